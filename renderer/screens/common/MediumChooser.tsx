import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { StatusBadge } from '../../components/badges.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useCommand, useQuestion } from '../../contract/hooks.ts';
import { showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './common.module.css';

const nothing = {};

/**
 * A removable medium that is plugged in, or a folder: typed, or chosen in the system's own dialogue. `writing`: a write-protected medium cannot be taken.
 * `name`: of its field in a form, where another than `folder`; `error`: words for it.
 */
export function MediumChooser({ folder, onFolder, writing, name = 'folder', error, takesFocus = false }: {
  readonly folder: string; readonly onFolder: (folder: string) => void; readonly writing: boolean; readonly name?: string; readonly error?: string | undefined; readonly takesFocus?: boolean;
}) {
  const { t, language } = useTexts();
  const { value: media, fault, refusals, again, asking } = useQuestion(registry.media.list, nothing);
  const ask = useCommand(registry.media.askFolder);
  const [cannotAsk, setCannotAsk] = useState(false);
  const choose = async () => {
    const answer = await ask.run({});
    if (answer?.path) onFolder(answer.path);
    setCannotAsk(answer?.supported === false);
  };
  return (
    <div className={styles['media']}>
      <div className={styles['actions']}>
        <strong>{t('release.media.removable')}</strong>
        <Button icon="refresh" busy={asking} onClick={again}>{t('release.media.refresh')}</Button>
      </div>
      <ErrorNote fault={fault} again={again} />
      <RefusalList refusals={refusals} />
      {media?.length === 0 && <span className={styles['dim']}>{t('release.media.none')}</span>}
      <ul className={styles['mediaList']} aria-label={t('release.media.removable')}>
        {media?.map((medium) => (
          <li key={medium.path}>
            <button type="button" className={styles['medium']} aria-pressed={medium.path === folder} disabled={writing && medium.readOnly} onClick={() => onFolder(medium.path)}>
              <span>{medium.label === '' ? t('release.media.unnamed') : medium.label}</span><span className={styles['mono']}>{medium.path}</span>
              <span className={styles['dim']}>{t('release.media.free', { free: showSize(medium.free, language), size: showSize(medium.size, language) })}</span>
              {medium.readOnly && <StatusBadge tone="warn">{t('release.media.readOnly')}</StatusBadge>}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles['folderLine']}>
        <TextField label={t('release.media.folder')} value={folder} onChange={onFolder} maxLength={4096} name={name} error={error} takesFocus={takesFocus} />
        {!cannotAsk && <Button icon="folder" busy={ask.running} onClick={() => void choose()}>{t('release.media.choose')}</Button>}
      </div>
      {cannotAsk && <span className={styles['dim']}>{t('release.media.typeIt')}</span>}
      <RefusalList refusals={ask.refusals} />
      <ErrorNote fault={ask.fault} />
    </div>
  );
}
