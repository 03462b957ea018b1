import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { RadioField } from '../../components/CheckField.tsx';
import { DateTimeField } from '../../components/DateField.tsx';
import { Button } from '../../components/Button.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { go } from '../../frame/router.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { useBodyNames } from '../common/useBodyNames.ts';
import { emptyPackage, PackageField, PackageFrame, usePackageValues } from './packageForm.ts';
import { isSender, SenderFields } from './SenderFields.tsx';
import styles from './register.module.css';

const sealStates = ['intact', 'broken', 'none'] as const;

function ReceivedAt() {
  const { t } = useTexts();
  const { setValue } = usePackageValues();
  /** The time is main's, not this window's: it is what the act will be compared with. */
  const now = async () => {
    const status = await registry.session.status({});
    if (status.ok) setValue('receivedAt', `${status.value.now.slice(0, 16)}:00`, { shouldDirty: true, shouldValidate: true });
  };
  const put = () => void now().catch(() => undefined);
  useShortcut('now', put);
  return (
    <div className={styles['receivedAt']}>
      <div>
        <PackageField name="receivedAt">{(field) => <DateTimeField {...field} label={t('register.package.receivedOn')} timeLabel={t('register.package.receivedTime')} required />}</PackageField>
      </div>
      <Button icon="clock" shortcut="now" onClick={put}>{t('register.package.now')}</Button>
    </div>
  );
}

function Channel({ agreed }: { readonly agreed: (body: string) => readonly string[] }) {
  const { t } = useTexts();
  const { control } = usePackageValues();
  const sender = useWatch({ control, name: 'sender' });
  const body = sender.kind === 'listed' ? sender.body : null;
  const known = [...(body === null ? [] : agreed(body)), t('register.package.channels.courier'), t('register.package.channels.diplomatic'), t('register.package.channels.post')];
  return <PackageField name="channel">{(field) => <TextField {...field} label={t('register.package.channel')} suggestions={[...new Set(known)]} required />}</PackageField>;
}

/** Step one: the package as it lies on the table, before anything in it is looked at (Art. 11). */
export function PackageForm({ supplementOf }: { readonly supplementOf: string | undefined }) {
  const { t } = useTexts();
  const { all, optionsOf } = useBodyNames();
  const choices = useMemo(() => optionsOf(isSender), [optionsOf]);
  const agreed = useMemo(() => (code: string) => all.find((body) => body.code === code)?.channels.map(({ name }) => name) ?? [], [all]);
  const seals = sealStates.map((value) => ({ value, label: t(`register.seals.${value}`) }));
  return (
    <PackageFrame initial={emptyPackage} label={t('register.package.title')} draft="register.package" save={t('register.package.save')}
      send={registry.incoming.register} fieldOf={{ 'date.inFuture': 'receivedAt', 'body.unknown': 'sender.body', 'package.replayed': 'outerNumber' }}
      onDone={({ packageId }) => go('register', { packageId, ...(supplementOf === undefined ? {} : { supplementOf }) })}>
      <SenderFields choices={choices} />
      <Row spans={[4, 8]}>
        <PackageField name="outerNumber">{(field) => <TextField {...field} label={t('register.package.outerNumber')} />}</PackageField>
        <ReceivedAt />
      </Row>
      <Row>
        <Channel agreed={agreed} />
        <PackageField name="courier">{(field) => <TextField {...field} label={t('register.package.courier')} />}</PackageField>
      </Row>
      <Row>
        <PackageField name="seals">{(field) => <RadioField {...field} label={t('register.package.seals')} choices={seals} required />}</PackageField>
        <PackageField name="sealNumbers">{(field) => <TextField {...field} label={t('register.package.sealNumbers')} />}</PackageField>
      </Row>
      <PackageField name="remarks">{(field) => <TextField {...field} label={t('register.package.remarks')} />}</PackageField>
    </PackageFrame>
  );
}
