import { useState } from 'react';
import { backup } from '#app/contract/backup.ts';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useCommand } from '../../contract/hooks.ts';
import { newId } from '../../frame/jobs.ts';
import { showDateTime, showNumber, showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { JobLine } from '../common/JobLine.tsx';
import { Hash } from '../journal/Hash.tsx';
import styles from '../officers/officers.module.css';
import type { BackupStatus } from './BackupScreen.tsx';

type Generation = BackupStatus['generations'][number];
const removing = makeForm(backup.remove.input);

/** What is kept, on which medium, and up to which act; the oldest goes only by an act. */
export function Generations({ status, folder }: { readonly status: BackupStatus; readonly folder: string }) {
  const { t, language } = useTexts();
  const prove = useCommand(registry.backup.prove);
  const [job, setJob] = useState('');
  const [leaving, setLeaving] = useState<Generation | undefined>();
  const again = async (generation: number) => {
    const jobId = newId();
    setJob(jobId);
    if (await prove.run({ jobId, folder: folder.trim(), generation })) toast(t('backup.generations.provenAgain', { generation }));
  };
  return (
    <Panel title={t('backup.generations.title')} bare>
      {status.generations.length > 0 && folder.trim() === '' && <p className={styles['hint']}>{t('backup.generations.needsMedium')}</p>}
      {prove.running && <JobLine jobId={job} label={t('backup.generations.proving')} />}
      <RefusalList refusals={prove.refusals} />
      <ErrorNote fault={prove.fault} />
      {status.generations.length === 0 ? <Empty icon="shield">{t('backup.generations.none')}</Empty> : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keyboard where it is wider than its place
        <section className={styles['scroll']} tabIndex={0} aria-label={t('backup.generations.title')}>
          <table className={styles['table']} aria-label={t('backup.generations.title')}>
            <thead><tr>{(['generation', 'at', 'medium', 'state', 'size', 'head', 'act'] as const).map((each) => <th key={each} scope="col">{t(`backup.generations.${each}`)}</th>)}</tr></thead>
            <tbody>
              {status.generations.map((one) => (
                <tr key={one.generation} data-closed={one.removedAt !== null || undefined}>
                  <td>{one.generation}</td>
                  <td>{showDateTime(one.at)}</td>
                  <td>{one.number}</td>
                  <td>{one.removedAt !== null ? <StatusBadge tone="neutral">{t('backup.generations.removed')}</StatusBadge>
                    : one.provenAt === null ? <StatusBadge tone="bad">{t('backup.generations.unproven')}</StatusBadge>
                      : <StatusBadge tone="good">{t('backup.generations.proven', { at: showDateTime(one.provenAt) })}</StatusBadge>}</td>
                  <td>{showSize(one.bytes, language)}</td>
                  <td>{t('backup.make.act', { seq: showNumber(one.seq) })} <Hash hash={one.head} /></td>
                  <td>{one.removedAt === null && (
                    <>
                      <Button tone="quiet" label={t('backup.generations.proveOf', { generation: one.generation })} disabled={folder.trim() === '' || prove.running} onClick={() => void again(one.generation)}>{t('backup.generations.prove')}</Button>
                      <Button tone="quiet" label={t('backup.generations.removeOf', { generation: one.generation })} disabled={folder.trim() === ''} onClick={() => setLeaving(one)}>{t('backup.generations.remove')}</Button>
                    </>
                  )}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {leaving && <RemoveDialog generation={leaving} folder={folder.trim()} onClose={() => setLeaving(undefined)} />}
    </Panel>
  );
}

function RemoveDialog({ generation: { generation, number }, folder, onClose }: { readonly generation: Generation; readonly folder: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { Frame, Field } = removing;
  const title = t('backup.remove.title', { generation });
  return (
    <Dialog open onClose={onClose} title={title}>
      <Frame initial={{ folder, generation, reason: '' }} label={title} save={t('backup.remove.save')} onCancel={onClose} send={registry.backup.remove}
        onDone={() => { toast(t('backup.remove.done', { generation })); onClose(); }}>
        <p className={styles['dim']}>{t('backup.remove.what', { number })}</p>
        <Field name="reason">{(field) => <TextField {...field} label={t('backup.reason')} required takesFocus />}</Field>
      </Frame>
    </Dialog>
  );
}
