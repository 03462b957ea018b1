import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { careFor, dropDraft, findDraft, sealDraft, type Draft } from '../../desk/drafts.ts';
import { useSession } from '../../frame/session.ts';

const pause = 2000;

export interface DraftCare {
  /** The draft that was restored, until the officer has said what to do with it. */
  readonly restored: Draft | undefined;
  readonly touched: () => void;
  readonly sealNow: () => void;
  readonly keepRestored: () => void;
  readonly drop: () => void;
}

/**
 * Cares for a form's draft: sealed by main 2 s after the last key, on blur, on leaving the screen and before
 * a lock; restored when the form is opened again. `undefined` for `form`: no draft is kept.
 */
export function useDraft(form: string | undefined, read: () => unknown, restore: (value: unknown) => void): DraftCare {
  const { officer } = useSession();
  const [restored, setRestored] = useState<Draft | undefined>();
  const care = useRef<ReturnType<typeof careFor> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const reading = useEffectEvent(read);
  const restoring = useEffectEvent((draft: Draft) => {
    setRestored(draft);
    restore(draft.value);
  });

  useEffect(() => {
    if (form === undefined) return undefined;
    let wanted = true;
    const own = careFor(officer.id, form, () => reading());
    care.current = own;
    void findDraft(officer.id, form).then((draft) => { if (wanted && draft) restoring(draft); });
    return () => {
      wanted = false;
      clearTimeout(timer.current);
      void sealDraft(officer.id, form).finally(own.leave);
    };
  }, [officer.id, form]);

  const sealNow = useCallback(() => {
    clearTimeout(timer.current);
    if (form !== undefined) void sealDraft(officer.id, form);
  }, [officer.id, form]);
  const touched = useCallback(() => {
    care.current?.touched();
    clearTimeout(timer.current);
    timer.current = setTimeout(sealNow, pause);
  }, [sealNow]);
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    setRestored(undefined);
    if (form !== undefined) void dropDraft(officer.id, form);
  }, [officer.id, form]);
  const keepRestored = useCallback(() => setRestored(undefined), []);
  return { restored, touched, sealNow, keepRestored, drop };
}
