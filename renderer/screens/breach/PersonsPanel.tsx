import { useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { Button } from '../../components/Button.tsx';
import { StatusBadge } from '../../components/badges.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { useStates } from '../common/useStates.ts';
import { PersonDrawer } from './PersonDrawer.tsx';
import styles from './breach.module.css';

type Breach = Answer<'incidents.persons'>[number];
const nothing = {};

/** Who answers for a breach, by which law (Art. 14(2)): for the director and the security officer alone. */
export function PersonsPanel() {
  const { t } = useTexts();
  const { value: list, refusals, fault, again } = useQuestion(registry.incidents.persons, nothing);
  const [naming, setNaming] = useState<Breach | undefined>();
  const { nameOf } = useStates();
  return (
    <Panel title={t('breach.persons.title')}>
      <div className={common['stack']}>
        <p className={common['dim']}>{t('breach.persons.who')}</p>
        <RefusalList refusals={refusals} />
        <ErrorNote fault={fault} again={again} />
        {list?.length === 0 && <Empty icon="shield">{t('breach.none')}</Empty>}
        {(list ?? []).map((each) => (
          <section key={each.incidentId} className={common['tight']} aria-label={t('breach.persons.of', { number: each.number })}>
            <h3 className={styles['small']}>{t('breach.one', { number: each.number })} · {t(`breach.kinds.${each.kind}`)} · {t(`breach.status.${each.status}`)}</h3>
            <ul className={common['list']}>
              {each.persons.map((person) => (
                <li key={`${person.at} ${person.reference}`}>
                  <strong>{person.reference}</strong> {person.law !== null && t('breach.persons.law', { state: nameOf(person.law) })}
                  {person.flag !== null && <StatusBadge tone="warn">{t(`breach.persons.flags.${person.flag}`)}</StatusBadge>} {person.law === null && person.citizenship.states.map(nameOf).join(', ')}
                  <span className={common['dim']}> {showDateTime(person.at)} · {person.officer}</span>
                </li>
              ))}
            </ul>
            {each.status === 'open' && <div className={common['actions']}><Button icon="add" label={`${t('breach.persons.name')} ${each.number}`} onClick={() => setNaming(each)}>{t('breach.persons.name')}</Button></div>}
          </section>
        ))}
      </div>
      {naming && <PersonDrawer incidentId={naming.incidentId} number={naming.number} onClose={() => setNaming(undefined)} />}
    </Panel>
  );
}
