import { z } from 'zod';
import { second } from '#app/contract/define.ts';
import { bodyCode, bodyKeys } from '#app/contract/shapes/reference.ts';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { noSecond, SecondPerson, secondFields } from '../common/SecondPerson.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { BodyRow } from './BodiesTab.tsx';

/** Keys are read off paper in groups: spaces between them and capital letters are no part of a key. */
const hex = z.string().transform((typed) => typed.replaceAll(/\s+/g, '').toLowerCase()).pipe(bodyKeys.shape.box);
const { Frame, Field } = makeForm(z.strictObject({ body: bodyCode, keys: z.strictObject({ ...bodyKeys.shape, box: hex, sign: hex }), second }));

/** A body's public keys with the document that vouches for them; what was entered is then compared aloud (Art. 10). */
export function KeysDrawer({ open, body, onClose }: { readonly open: boolean; readonly body: BodyRow; readonly onClose: () => void }) {
  const { t } = useTexts();
  const title = `${t('reference.bodies.keys')}: ${body.code}`;
  return (
    <Drawer open={open} onClose={onClose} title={title}>
      <Frame initial={{ body: body.code, keys: { box: '', sign: '', document: '' }, second: noSecond }} fieldOf={secondFields} label={title} draft={`reference.keys.${body.code}`} save={t('reference.bodies.act.keys')} send={registry.reference.recordBodyKeys} onCancel={onClose}
        onDone={({ fingerprint }) => { toast(t('reference.bodies.compareAloud', { fingerprint })); onClose(); }}>
        <Field name="keys.box">{({ error, ...field }) => <TextField {...field} {...(error === undefined ? {} : { error: t('reference.bodies.notHex') })} label={t('reference.bodies.box')} description={t('reference.bodies.hex')} required takesFocus />}</Field>
        <Field name="keys.sign">{({ error, ...field }) => <TextField {...field} {...(error === undefined ? {} : { error: t('reference.bodies.notHex') })} label={t('reference.bodies.sign')} description={t('reference.bodies.hex')} required />}</Field>
        <Field name="keys.document">{(field) => <TextField {...field} label={t('reference.bodies.keysDocument')} required />}</Field>
        <SecondPerson />
      </Frame>
    </Drawer>
  );
}
