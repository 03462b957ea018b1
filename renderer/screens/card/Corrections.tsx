import { useState } from 'react';
import { readEvaluation } from '#app/agreement/evaluation.ts';
import { Button } from '../../components/Button.tsx';
import { Panel, Timeline, Toolbar } from '../../components/layout.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useCommand } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';
import { toldInWords } from './restrictionWords.ts';
import { ReviseDrawer } from './ReviseDrawer.tsx';

/** Drafts what is lacking for an officer who sees more than the one who recorded it. */
function Complete({ row, correctionId, about }: { readonly row: Card['row']; readonly correctionId: string; readonly about: string }) {
  const { t } = useTexts();
  const complete = useCommand(registry.corrections.complete);
  const run = () => void complete.run({ materialId: row.id, correctionId }).then((told) => { if (told) toast(toldInWords({ notices: told.notices, outOfScope: [] }, t, t('card.rights.completeNone'))); });
  return <Button tone="quiet" onClick={run} disabled={complete.running} label={`${t('card.rectify.complete')}: ${about}`}>{t('card.rectify.complete')}</Button>;
}

/** Evaluations by the originator's papers, the first as it came, and the request for one that is lacking (R15.1, R15.2, R15.5). */
export function Evaluations({ card }: { readonly card: Card }) {
  const { t } = useTexts();
  const { role } = useSession().officer;
  const [revising, setRevising] = useState(false);
  const ask = useCommand(registry.corrections.askEvaluation);
  const { row, evaluation, evaluations } = card;
  if (row.product) return null;
  const lacks = readEvaluation(evaluation.typed).kind !== 'code';
  const asking = () => void ask.run({ materialId: row.id }).then((letter) => { if (letter) toast(t('card.evaluation.asked', { body: letter.addressee })); });
  return (
    <>
      {evaluations.length > 1 && (
        <Timeline items={evaluations.map(({ id, at, officer, typed, instruction }) => {
          const by = instruction === null ? t('card.evaluation.original') : t('card.evaluation.by', { number: instruction.number, date: showDate(instruction.date) });
          return { key: id ?? 'first', when: `${showDateTime(at)} · ${officer}`, title: <><strong>{typed === '' ? t('materials.notGiven') : typed}</strong> {by}{id !== null && role !== 'analyst' && <Complete row={row} correctionId={id} about={typed} />}</> };
        })} />
      )}
      {role === 'registrar' && (
        <Toolbar label={t('card.evaluation.title')}>
          <Button onClick={() => setRevising(true)}>{t('card.evaluation.revise')}</Button>
          {lacks && <Button icon="notice" onClick={asking} disabled={ask.running}>{t('card.evaluation.ask')}</Button>}
        </Toolbar>
      )}
      {lacks && <RefusalList refusals={ask.refusals} />}
      {revising && <ReviseDrawer row={row} onClose={() => setRevising(false)} />}
    </>
  );
}

/** What the originator reported of errors in personal data, beside the block as received (R8.9). */
export function Rectifications({ card }: { readonly card: Card }) {
  const { t } = useTexts();
  const { role } = useSession().officer;
  const { row, rectifications } = card;
  if (rectifications.length === 0) return null;
  return (
    <Panel title={t('card.rectify.list')}>
      <Timeline items={rectifications.map(({ id, at, officer, text, instruction }) => ({
        key: id, when: `${showDateTime(at)} · ${officer}`, title: text,
        more: <>{t('card.evaluation.by', { number: instruction.number, date: showDate(instruction.date) })} {role !== 'analyst' && <Complete row={row} correctionId={id} about={text.slice(0, 40)} />}</>,
      }))} />
    </Panel>
  );
}
