import { release } from '#app/contract/exchange.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { Pair } from './Matrix.tsx';

const { Frame, Field } = makeForm(release.approve.input);

/** The director's decision on one pair; it replaces no body's consent (Art. 5(2), 12). */
export function ApproveDialog({ pair, regNo, nameOf, onClose }: { readonly pair: Pair | undefined; readonly regNo: string; readonly nameOf: (code: string) => string; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog open={pair !== undefined} onClose={onClose} title={t('release.approve.title')}>
      {pair && (
        <Frame initial={{ materialIds: [pair.materialId], recipients: [pair.recipient], basis: '' }} label={t('release.approve.title')} save={t('release.approve.save')}
          send={registry.release.approve} onCancel={onClose} onDone={() => { toast(t('release.approve.done')); onClose(); }}>
          <p>{t('release.approve.what', { number: regNo, who: nameOf(pair.recipient) })}</p>
          <Field name="basis">{(field) => <TextField {...field} label={t('release.approve.basis')} required takesFocus maxLength={400} />}</Field>
        </Frame>
      )}
    </Dialog>
  );
}
