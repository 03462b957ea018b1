import { useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import styles from '../officers/officers.module.css';
import { Age } from './Age.tsx';
import { Generations } from './Generations.tsx';
import { MakePanel } from './MakePanel.tsx';
import { Media } from './Media.tsx';

export type BackupStatus = Answer<'backup.status'>;
const nothing = {};

/** Copies of the whole vault on numbered media (Art. 12): how old the last proven one is, making one, and what is kept where. */
export default function BackupScreen() {
  const { value: status, refusals, fault, again } = useQuestion(registry.backup.status, nothing, ['backup']);
  const [typed, setTyped] = useState<string | undefined>();
  const folder = typed ?? status?.plugged[0]?.folder ?? '';
  return (
    <div className={styles['screen']}>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      {status && (
        <>
          <Age status={status} />
          <div className={styles['two']}>
            <MakePanel folder={folder} onFolder={setTyped} />
            <Media status={status} folder={folder} />
          </div>
          <Generations status={status} folder={folder} />
        </>
      )}
    </div>
  );
}
