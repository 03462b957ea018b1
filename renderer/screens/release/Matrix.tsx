import type { KeyboardEvent } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { useTexts } from '../../language/texts.ts';
import type { Decisions } from './useDecisions.ts';
import styles from './release.module.css';

export interface Pair { readonly materialId: string; readonly recipient: string }

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Arrows move among the buttons of a table that bear their row and column in `data-at` or, in the second table of a screen, in `data-cell`. */
export const moveBy = (name: 'at' | 'cell') => (event: KeyboardEvent<HTMLTableElement>) => {
  const step = steps[event.code];
  const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(`[data-${name}]`) : null;
  if (!step || !cell || event.altKey || event.ctrlKey) return;
  const [row = 0, column = 0] = (cell.dataset[name] ?? '').split(':').map(Number);
  const next = event.currentTarget.querySelector<HTMLElement>(`[data-${name}="${row + step[0]}:${column + step[1]}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
};
const move = moveBy('at');

/** Materials by addressees, the decision on each pair; a pair opens its reasons. Arrows move among the pairs. */
export function Matrix({ materials, recipients, outside, decisions, chosen, onChoose, nameOf }: {
  readonly materials: readonly { readonly id: string; readonly regNo: string }[]; readonly recipients: readonly string[]; readonly outside: readonly string[];
  readonly decisions: Decisions; readonly chosen: Pair | undefined; readonly onChoose: (pair: Pair) => void; readonly nameOf: (code: string) => string;
}) {
  const { t } = useTexts();
  return (
    <div className={styles['matrixFrame']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move among the buttons of the cells */}
      <table className={styles['matrix']} aria-label={t('release.matrix.title')} aria-busy={!decisions.current} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{t('release.matrix.material')}</th>
            {recipients.map((code) => <th key={code} scope="col" data-outside={outside.includes(code) || undefined} title={nameOf(code)}><div>{code}</div><div className={styles['name']}>{nameOf(code).slice(code.length + 1)}</div>{outside.includes(code) && <div>{t('release.outside.mark')}</div>}</th>)}
          </tr>
        </thead>
        <tbody>
          {materials.map(({ id, regNo }, row) => (
            <tr key={id}>
              <th scope="row">{regNo}</th>
              {recipients.map((recipient, column) => {
                const decision = decisions.of(id, recipient);
                const here = chosen?.materialId === id && chosen.recipient === recipient;
                return (
                  <td key={recipient}>
                    {decision && (
                      <button type="button" className={styles['pair']} data-allowed={decision.allowed} data-at={`${row}:${column}`} aria-pressed={here} onClick={() => onChoose({ materialId: id, recipient })}>
                        <Icon name={decision.allowed ? 'check' : 'close'} size={12} />
                        {decision.allowed ? t('release.matrix.allowed') : t('release.matrix.refused', { count: decision.refusals.length })}
                        <span className={styles['row']}>{decision.row}</span>
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
