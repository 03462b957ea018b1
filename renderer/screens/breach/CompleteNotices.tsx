import { Button } from '../../components/Button.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useCommand } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';

/** Whoever sees more than the officer who opened the breach drafts what is missing, at once (Art. 14). */
export function CompleteNotices({ incidentId }: { readonly incidentId: string }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const complete = useCommand(registry.incidents.complete);
  const send = async () => {
    const done = await complete.run({ incidentId });
    if (done) toast(t('breach.complete.done', { count: done.notices.length }));
  };
  return (
    <>
      <Note tone="warn" actions={officer.role !== 'analyst' && <Button tone="main" icon="notice" busy={complete.running} onClick={() => void send()}>{t('breach.complete.act')}</Button>}>{t('breach.complete.why')}</Note>
      <RefusalList refusals={complete.refusals} />
      <ErrorNote fault={complete.fault} />
    </>
  );
}
