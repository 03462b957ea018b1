import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import { reference } from '#app/contract/reference.ts';
import { channel } from '#app/contract/shapes/reference.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { BodyRow } from './BodiesTab.tsx';
import { choice } from './fields.ts';
import styles from './reference.module.css';

const schema = z.strictObject({
  ...reference.recordChannels.input.shape,
  channels: z.array(z.strictObject({ ...channel.shape, highest: choice(channel.shape.highest) })).max(20),
});
type Values = z.input<typeof schema>;
const { Frame, Field, useValues } = makeForm(schema);

function ChannelRows() {
  const { t } = useTexts();
  const { control } = useValues();
  const { fields, append, remove } = useFieldArray<Values, 'channels'>({ control, name: 'channels' });
  const degrees = (['LOWER', 'UPPER'] as const).map((value) => ({ value, label: t(`components.grif.${value}`) }));
  return (
    <>
      {fields.map(({ id }, at) => (
        <fieldset key={id} className={styles['state']} style={{ border: 0, margin: 0, paddingInline: 0 }} aria-label={`${t('reference.bodies.channelName')} ${at + 1}`}>
          <Row spans={[4, 3, 4, 1]}>
            <Field name={`channels.${at}.name`}>{(field) => <TextField {...field} label={t('reference.bodies.channelName')} required takesFocus={at > 0 || fields.length === 1} />}</Field>
            <Field name={`channels.${at}.highest`}>{(field) => <Choice {...field} label={t('reference.bodies.highest')} choices={degrees} required />}</Field>
            <Field name={`channels.${at}.reference`}>{(field) => <TextField {...field} label={t('reference.bodies.channelReference')} required />}</Field>
            <div style={{ paddingTop: 20 }}><IconButton icon="remove" label={t('reference.bodies.removeChannel', { n: at + 1 })} onClick={() => remove(at)} /></div>
          </Row>
        </fieldset>
      ))}
      <div><Button icon="add" onClick={() => append({ name: '', highest: null, reference: '' })}>{t('reference.bodies.addChannel')}</Button></div>
    </>
  );
}

/** Channels agreed with a body and the highest degree that each may carry (Art. 10). */
export function ChannelsDrawer({ open, body, onClose }: { readonly open: boolean; readonly body: BodyRow; readonly onClose: () => void }) {
  const { t } = useTexts();
  const title = `${t('reference.bodies.channels')}: ${body.code}`;
  return (
    <Drawer open={open} onClose={onClose} title={title}>
      <Frame initial={{ body: body.code, channels: [...body.channels], document: '' }} label={title} draft={`reference.channels.${body.code}`} save={t('components.save')} send={registry.reference.recordChannels} onCancel={onClose}
        onDone={() => { toast(t('reference.bodies.done.recorded', { code: body.code })); onClose(); }}>
        <ChannelRows />
        <Field name="document">{(field) => <TextField {...field} label={t('reference.document')} description={t('reference.documentHint')} required />}</Field>
      </Frame>
    </Drawer>
  );
}
