import { useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { Button } from '../../components/Button.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useCommand } from '../../contract/hooks.ts';
import { newId } from '../../frame/jobs.ts';
import { showNumber, showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { JobLine } from '../common/JobLine.tsx';
import { MediumChooser } from '../common/MediumChooser.tsx';
import { Hash } from '../journal/Hash.tsx';
import styles from '../officers/officers.module.css';

/** One key makes a backup on the medium that is plugged in: written, read back, opened, compared. */
export function MakePanel({ folder, onFolder }: { readonly folder: string; readonly onFolder: (folder: string) => void }) {
  const { t, language } = useTexts();
  const make = useCommand(registry.backup.make);
  const [jobId, setJobId] = useState('');
  const [made, setMade] = useState<Answer<'backup.make'> | undefined>();
  const ready = folder.trim() !== '' && !make.running;
  const start = () => {
    const id = newId();
    setJobId(id);
    setMade(undefined);
    void make.run({ jobId: id, folder: folder.trim() }).then(setMade);
  };
  useShortcut('save', ready ? start : undefined);
  return (
    <Panel title={t('backup.make.title')}>
      <div className={styles['stack']}>
        <p className={styles['dim']}>{t('backup.make.what')}</p>
        <MediumChooser folder={folder} onFolder={onFolder} writing />
        <div><Button tone="main" icon="shield" shortcut="save" disabled={!ready} busy={make.running} onClick={start}>{t('backup.make.do')}</Button></div>
        {make.running && <JobLine jobId={jobId} label={t('backup.make.running')} />}
        <RefusalList refusals={make.refusals} />
        <ErrorNote fault={make.fault} />
        {made && (
          <Note tone="info">
            <strong>{t('backup.make.proven', { generation: made.generation, number: made.number })}</strong>
            <Definitions rows={[
              [t('backup.make.size'), t('backup.make.sizes', { all: showSize(made.bytes, language), fresh: showSize(made.written, language) })],
              [t('backup.make.opened'), t('backup.make.openedOf', { opened: made.opened, stores: made.stores })],
              [t('backup.make.head'), <span key="head">{t('backup.make.act', { seq: showNumber(made.head.seq) })} <Hash hash={made.head.hash} /></span>],
            ]} />
          </Note>
        )}
      </div>
    </Panel>
  );
}
