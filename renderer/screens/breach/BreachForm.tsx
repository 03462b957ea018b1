import { useWatch } from 'react-hook-form';
import type { Answer } from '#app/contract/index.ts';
import { Button } from '../../components/Button.tsx';
import { RadioField } from '../../components/CheckField.tsx';
import { DateTimeField } from '../../components/DateField.tsx';
import { Row } from '../../components/form/Row.tsx';
import { Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { TextArea } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { ChosenMaterials } from '../common/ChosenMaterials.tsx';
import common from '../common/common.module.css';
import { MaterialFinder } from '../common/MaterialFinder.tsx';
import { useMaterials } from '../common/useMaterials.ts';
import { BreachField, BreachFrame, emptyBreach, kinds, objects, origins, useBreachValues, type BreachValues } from './breachForm.ts';
import type { Suspicion } from './Suspicions.tsx';
import styles from './breach.module.css';

const fieldOf = { 'date.inFuture': 'discoveredAt', 'incident.factsMissing': 'facts' } as const;

function Discovered() {
  const { t } = useTexts();
  const { setValue } = useBreachValues();
  const put = () => {
    void registry.session.status({}).then((status) => {
      if (status.ok) setValue('discoveredAt', `${status.value.now.slice(0, 16)}:00`, { shouldDirty: true, shouldValidate: true });
    }).catch(() => undefined);
  };
  useShortcut('now', put);
  return (
    <div className={common['folderLine']}>
      <BreachField name="discoveredAt">{(field) => <DateTimeField {...field} label={t('breach.discoveredOn')} timeLabel={t('breach.discoveredTime')} required />}</BreachField>
      <Button icon="clock" shortcut="now" onClick={put}>{t('breach.now')}</Button>
    </div>
  );
}

function Touched() {
  const { t } = useTexts();
  const { control } = useBreachValues();
  const ids = useWatch<BreachValues, 'materialIds'>({ control, name: 'materialIds' });
  const { rows, know } = useMaterials(ids);
  return (
    <BreachField name="materialIds">
      {(field) => (
        <div className={common['tight']}>
          <MaterialFinder label={t('breach.materials')} placeholder={t('release.materials.how')} required without={field.value} name="materialIds" onBlur={field.onBlur}
            {...(field.error === undefined ? {} : { error: t('breach.noMaterials') })} onTake={(row) => { know(row); field.onChange([...field.value, row.id]); }} />
          <ChosenMaterials label={t('release.materials.chosen')} ids={field.value} rows={rows} onRemove={(id) => field.onChange(field.value.filter((each) => each !== id))} />
        </div>
      )}
    </BreachField>
  );
}

/** The least that must be known to open a breach; the rest comes later (Art. 14: immediately). */
export function BreachForm({ materialIds, suspicion, onOpened }: { readonly materialIds: readonly string[]; readonly suspicion: Suspicion | undefined; readonly onOpened: (opened: Answer<'incidents.open'>) => void }) {
  const { t } = useTexts();
  const radios = <V extends string>(values: readonly V[], label: (value: V) => string) => values.map((value) => ({ value, label: label(value) }));
  return (
    <Panel title={t('breach.open.title')}>
      <BreachFrame initial={emptyBreach(materialIds, suspicion?.id ?? null)} label={t('breach.open.title')} draft="breach" save={t('breach.open.save')} send={registry.incidents.open} onDone={onOpened} fieldOf={fieldOf}>
        {suspicion && <Note tone="info">{t('breach.suspicions.of', { cause: t(`breach.suspicions.causes.${suspicion.cause}`), about: suspicion.about })}</Note>}
        <div className={styles['warning']}><Note tone="warn"><strong>{t('breach.open.atOnce')}</strong><span>{t('breach.open.means')}</span></Note></div>
        <BreachField name="kind">{(field) => <RadioField {...field} label={t('breach.kind')} required choices={radios(kinds, (value) => t(`breach.kinds.${value}`))} />}</BreachField>
        <Row>
          <BreachField name="object">{(field) => <RadioField {...field} label={t('breach.object')} required choices={radios(objects, (value) => t(`breach.objects.${value}`))} />}</BreachField>
          <BreachField name="origin">{(field) => <RadioField {...field} label={t('breach.origin')} required choices={radios(origins, (value) => t(`breach.origins.${value}`))} />}</BreachField>
        </Row>
        <Discovered />
        <Touched />
        <BreachField name="facts">{(field) => <TextArea {...field} rows={3} label={t('breach.facts')} required />}</BreachField>
        <BreachField name="measures">{(field) => <TextArea {...field} rows={2} label={t('breach.measures')} />}</BreachField>
      </BreachFrame>
    </Panel>
  );
}
