import { useState } from 'react';
import { isCivilDate } from '#app/agreement/civilDate.ts';
import type { Answer } from '#app/contract/index.ts';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { PickList, Sides } from '../../components/PickList.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { inOrderOf } from '../../language/sort.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { BodyDetail, type BodyAct } from './BodyDetail.tsx';
import { BodyDrawer } from './BodyDrawer.tsx';
import { CentreKeys } from './CentreKeys.tsx';
import { ChannelsDrawer } from './ChannelsDrawer.tsx';
import { EndListingDialog } from './EndListingDialog.tsx';
import { KeysDrawer } from './KeysDrawer.tsx';
import styles from './reference.module.css';

export type BodyRow = Answer<'reference.bodies'>[number];

/** Bodies as their States notified them (Art. 3), with channels and keys for sealed packages (Art. 10). */
export function BodiesTab({ begin }: { readonly begin: string | undefined }) {
  const { t, language } = useTexts();
  const { status, officer } = useSession();
  const [date, setDate] = useState(status.now.slice(0, 10));
  const [chosen, setChosen] = useState(begin);
  const [act, setAct] = useState<BodyAct | 'record' | undefined>();
  const { value: bodies, refusals, fault, again } = useQuestion(registry.reference.bodies, isCivilDate(date) ? { on: date } : undefined);
  const director = officer.role === 'director';
  const record = () => setAct('record');
  useShortcut('new', director ? record : undefined);
  const order = inOrderOf(language);
  const rows = (bodies ?? []).toSorted((a, b) => order(a.code, b.code));
  const shown = rows.find(({ code }) => code === chosen) ?? rows[0];
  const close = () => setAct(undefined);
  return (
    <div className={styles['stack']}>
      <div className={styles['line']}>
        <DateField label={t('reference.on')} value={date} onChange={setDate} />
        {director && <Button tone="main" icon="add" shortcut="new" onClick={record}>{t('reference.bodies.act.record')}</Button>}
        <p className={styles['dim']}>{t('reference.directorOnly')}</p>
      </div>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      {bodies && rows.length === 0 && <Empty icon="bodies">{t('reference.bodies.empty')}</Empty>}
      {shown && (
        <Sides>
          <Panel bare>
            <PickList label={t('reference.bodies.list')} rows={rows} idOf={({ code }) => code} chosen={shown.code} onChoose={setChosen}>
              {(body) => (
                <>
                  <span className={styles['code']}>{body.code}</span><span className={`${styles['grow']} ${styles['two']}`}>{body.names[language]}<span className={styles['dim']}>{t(`reference.bodies.kinds.${body.kind}`)}</span></span>
                  <StatusBadge tone={body.listed ? 'good' : 'neutral'}>{t(body.listed ? 'reference.bodies.listed' : 'reference.bodies.notListed')}</StatusBadge>
                </>
              )}
            </PickList>
          </Panel>
          <BodyDetail body={shown} role={officer.role} onAct={setAct} />
        </Sides>
      )}
      {officer.role !== 'security' && <CentreKeys />}
      <BodyDrawer key={act === 'alter' ? shown?.code : 'new'} open={act === 'record' || act === 'alter'} body={act === 'alter' ? shown : undefined} onClose={close} onRecorded={setChosen} />
      {shown && <EndListingDialog key={`end ${shown.code}`} open={act === 'end'} body={shown} onClose={close} />}
      {shown && <ChannelsDrawer key={`channels ${shown.code}`} open={act === 'channels'} body={shown} onClose={close} />}
      {shown && <KeysDrawer key={`keys ${shown.code}`} open={act === 'keys'} body={shown} onClose={close} />}
    </div>
  );
}
