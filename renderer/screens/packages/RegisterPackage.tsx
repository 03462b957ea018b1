import { Button } from '../../components/Button.tsx';
import { RadioField } from '../../components/CheckField.tsx';
import { DateTimeField } from '../../components/DateField.tsx';
import { Row } from '../../components/form/Row.tsx';
import { Panel } from '../../components/layout.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import common from '../common/common.module.css';
import { useBodyNames } from '../common/useBodyNames.ts';
import { emptyPackage, PackageField, PackageFrame, usePackageValues } from '../register/packageForm.ts';
import { keepVerified, type Verified } from './verifiedHere.ts';

const seals = ['intact', 'broken', 'none'] as const;
const fieldOf = { 'date.inFuture': 'receivedAt' } as const;

function Received() {
  const { t } = useTexts();
  const { setValue } = usePackageValues();
  const put = () => {
    void registry.session.status({}).then((status) => {
      if (status.ok) setValue('receivedAt', `${status.value.now.slice(0, 16)}:00`, { shouldDirty: true, shouldValidate: true });
    }).catch(() => undefined);
  };
  useShortcut('now', put);
  return (
    <div className={common['folderLine']}>
      <PackageField name="receivedAt">{(field) => <DateTimeField {...field} label={t('register.package.receivedOn')} timeLabel={t('register.package.receivedTime')} required />}</PackageField>
      <Button icon="clock" shortcut="now" onClick={put}>{t('register.package.now')}</Button>
    </div>
  );
}

/** The package first: how it arrived. Sender, number and sum are those that were verified and cannot be typed over. */
export function RegisterPackage({ verified }: { readonly verified: Verified }) {
  const { t } = useTexts();
  const { all } = useBodyNames();
  const { found } = verified;
  const channels = all.find(({ code }) => code === found.sender)?.channels.map(({ name }) => name) ?? [];
  return (
    <Panel title={t('packages.register.title')}>
      <PackageFrame label={t('packages.register.title')} save={t('packages.register.save')} send={registry.incoming.register} fieldOf={fieldOf} draft={`sealed.${found.sha256}`}
        initial={{ ...emptyPackage, sender: { kind: 'listed', body: found.sender }, outerNumber: found.number, sealedHash: found.sha256 }}
        onDone={({ packageId, number }) => { toast(t('packages.register.done', { number })); keepVerified({ ...verified, packageId }); }}>
        <Received />
        <Row>
          <PackageField name="channel">{(field) => <TextField {...field} label={t('register.package.channel')} suggestions={channels} required />}</PackageField>
          <PackageField name="courier">{(field) => <TextField {...field} label={t('register.package.courier')} />}</PackageField>
        </Row>
        <Row>
          <PackageField name="seals">{(field) => <RadioField {...field} label={t('register.package.seals')} choices={seals.map((value) => ({ value, label: t(`register.seals.${value}`) }))} required />}</PackageField>
          <PackageField name="sealNumbers">{(field) => <TextField {...field} label={t('register.package.sealNumbers')} />}</PackageField>
        </Row>
        <PackageField name="remarks">{(field) => <TextField {...field} label={t('register.package.remarks')} />}</PackageField>
      </PackageFrame>
    </Panel>
  );
}
