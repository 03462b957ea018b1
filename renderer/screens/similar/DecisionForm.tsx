import { useEffect, useEffectEvent, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { RadioField } from '../../components/CheckField.tsx';
import { Note } from '../../components/notes.tsx';
import { TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { Answer } from '#app/contract/index.ts';
import { DecisionField, DecisionFrame, decisions, useDecisionValues, type Decision } from './decisionForm.ts';
import styles from './similar.module.css';

export interface Decided { readonly decision: Decision; readonly otherId: string; readonly answer: Answer<'links.decide'> }

const isTyping = (target: EventTarget | null) => target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !/^(radio|checkbox)$/.test(target.type));

function Fields() {
  const { t } = useTexts();
  const { control, setValue } = useDecisionValues();
  const decision = useWatch({ control, name: 'decision' });
  const reason = useRef<HTMLInputElement>(null);
  /** One key chooses, wherever on this screen the focus is but in a field; recording is a step of its own, as notices hang on it. */
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const chosen = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1];
    const inside = document.querySelector('[data-pair]')?.contains(event.target instanceof Node ? event.target : null);
    if (!chosen || !inside || isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    event.preventDefault();
    setValue('decision', decisions[Number(chosen) - 1] ?? null, { shouldDirty: true, shouldValidate: true });
    reason.current?.focus();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <DecisionField name="decision">
        {(field) => <RadioField {...field} label={t('similar.decide')} description={t('similar.keys')} required
          choices={decisions.map((value, at) => ({ value, label: `${at + 1} · ${t(`similar.decisions.${value}`)}` }))} />}
      </DecisionField>
      {decision && <Note tone="info">{t(`similar.means.${decision}`)}</Note>}
      <DecisionField name="reason">{(field) => <TextField {...field} label={t('similar.reason')} inputRef={reason} />}</DecisionField>
    </>
  );
}

/** The officer's decision on a pair: an act, with its reason if there is one to give (Art. 7). */
export function DecisionForm({ materialId, otherId, onDecided }: { readonly materialId: string; readonly otherId: string; readonly onDecided: (decided: Decided) => void }) {
  const { t } = useTexts();
  return (
    <div className={styles['decision']}>
      <DecisionFrame initial={{ materialId, otherId, decision: null, reason: '' }} label={t('similar.decide')} save={t('similar.record')}
        send={registry.links.decide} onDone={(answer, { decision }) => onDecided({ decision, otherId, answer })}>
        <Fields />
      </DecisionFrame>
    </div>
  );
}
