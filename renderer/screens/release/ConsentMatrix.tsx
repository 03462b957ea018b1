import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useCommand } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { moveBy, type Pair } from './Matrix.tsx';
import styles from './release.module.css';
import type { Decision } from './useDecisions.ts';

type Cell = Decision['needed']['cells'][number];
const move = moveBy('cell');

/** Bodies whose consents one material needs, by addressees: given, missing, asked for. Arrows move, Enter on what is missing drafts the request (P10). */
export function ConsentMatrix({ decisions, purpose, current, nameOf, onChoose }: {
  /** Of one material, each addressee once. */
  readonly decisions: readonly Decision[]; readonly purpose: string; readonly current: boolean; readonly nameOf: (code: string) => string; readonly onChoose: (pair: Pair) => void;
}) {
  const { t } = useTexts();
  const { officer } = useSession();
  const ask = useCommand(registry.consents.request);
  const [telling, setTelling] = useState<{ readonly materialId: string; readonly recipient: string; readonly grantor: string } | undefined>();
  const [first] = decisions;
  if (first === undefined) return null;
  const grantors = [...new Set(decisions.flatMap(({ needed }) => needed.cells.map(({ grantor }) => grantor)))].toSorted();
  const hidden = decisions.some(({ needed }) => needed.hidden);
  const mayAsk = officer.role === 'registrar' || officer.role === 'director';
  const request = async (pair: Pair & { readonly grantor: string }, told: boolean) => {
    setTelling(undefined);
    const asked = await ask.run({ materialId: pair.materialId, recipient: pair.recipient, grantor: pair.grantor, purpose, ...(told ? { telling: true } : {}) });
    if (asked) toast(t('release.needed.done'));
    else setTelling(pair);
  };
  const words = (cell: Cell | undefined): string => {
    if (cell === undefined) return t('release.needed.notNeeded');
    const until = cell.until === null ? '' : showDate(cell.until);
    const state = cell.state === 'granted' && until !== '' ? t('release.needed.grantedTo', { date: until })
      : cell.state === 'expiring' ? t('release.needed.expiring', { date: until }) : t(`release.needed.${cell.state}`);
    if (cell.asked === null) return state;
    return `${state} · ${cell.asked.issuedOn === null ? t('release.needed.drafted') : t('release.needed.asked', { date: showDate(cell.asked.issuedOn) })}`;
  };
  const tells = ask.refusals.some(({ code }) => code === 'consent.requestTells') ? telling : undefined;
  return (
    <Panel title={t('release.needed.title')}>
      <div className={common['stack']}>
        {grantors.length === 0 && !hidden && <span className={common['dim']}>{t('release.needed.none')}</span>}
        {(grantors.length > 0 || hidden) && (
          <div className={styles['matrixFrame']}>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move among the buttons of the cells */}
            <table className={styles['matrix']} aria-label={t('release.needed.caption', { number: first.regNo })} aria-busy={!current} onKeyDown={move}>
              <thead><tr><th scope="col">{t('release.needed.body')}</th>{decisions.map(({ recipient }) => <th key={recipient} scope="col" title={nameOf(recipient)}>{recipient}</th>)}</tr></thead>
              <tbody>
                {grantors.map((grantor, row) => (
                  <tr key={grantor}>
                    <th scope="row" title={nameOf(grantor)}>{grantor}</th>
                    {decisions.map(({ materialId, recipient, needed }, column) => {
                      const cell = needed.cells.find((one) => one.grantor === grantor);
                      const act = mayAsk && cell !== undefined && cell.state !== 'granted' ? () => void request({ materialId, recipient, grantor }, false) : () => onChoose({ materialId, recipient });
                      return (
                        <td key={recipient}>
                          <button type="button" className={styles['pair']} data-allowed={cell === undefined ? undefined : cell.state === 'granted' || cell.state === 'expiring'} data-cell={`${row}:${column}`} onClick={act}>{words(cell)}</button>
                        </td>
                      );
                    })}
                  </tr>
                ))}
                {hidden && (
                  <tr>
                    <th scope="row">{t('release.needed.others')}</th>
                    {decisions.map(({ recipient, needed }) => <td key={recipient}>{needed.hidden && <span className={styles['name']}>{t('release.needed.hidden')}</span>}</td>)}
                  </tr>
                )}
              </tbody>
            </table>
          </div>
        )}
        {mayAsk && grantors.length > 0 && <span className={common['dim']}>{t('release.needed.hint')}</span>}
        <RefusalList refusals={ask.refusals} />
        <ErrorNote fault={ask.fault} />
        {tells && officer.role === 'director' && (
          <Note tone="warn" actions={<Button tone="danger" onClick={() => void request(tells, true)}>{t('release.needed.tell', { body: tells.grantor })}</Button>}>{t('release.needed.tellMeans')}</Note>
        )}
      </div>
    </Panel>
  );
}
