import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { ErrorNote, Note } from '../components/notes.tsx';
import { RefusalList } from '../components/RefusalList.tsx';
import { registry } from '../contract/client.ts';
import { useCommand } from '../contract/hooks.ts';
import { newId } from '../frame/jobs.ts';
import { useTexts } from '../language/texts.ts';
import { JobLine } from '../screens/common/JobLine.tsx';

/** At the door of a vault of an earlier form: brings it over with the passphrase that stands in the field. */
export function MigrateOffer({ login, passphrase, keyFolder, onDone }: { readonly login: string; readonly passphrase: string; readonly keyFolder: string | null; readonly onDone: () => void }) {
  const { t } = useTexts();
  const migrate = useCommand(registry.vault.migrate);
  const [jobId, setJobId] = useState('');
  const [kept, setKept] = useState<string | undefined>();
  const start = () => {
    const id = newId();
    setJobId(id);
    void migrate.run({ jobId: id, login, passphrase, keyFolder }).then((made) => {
      if (!made) return;
      setKept(made.kept);
      onDone();
    });
  };
  if (kept !== undefined) return <Note tone="info">{t('session.migrate.done', { kept })}</Note>;
  return (
    <>
      <div><Button icon="shield" busy={migrate.running} disabled={login === '' || passphrase === ''} onClick={start}>{t('session.migrate.do')}</Button></div>
      {migrate.running && <JobLine jobId={jobId} label={t('session.migrate.running')} />}
      <RefusalList refusals={migrate.refusals} />
      <ErrorNote fault={migrate.fault} />
    </>
  );
}
