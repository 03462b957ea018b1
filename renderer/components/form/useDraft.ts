import { use, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { careFor, dropDraft, findDraft, sealDraft, type Draft } from '../../desk/drafts.ts';
import { SessionContext } from '../../frame/session.ts';

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
 * a lock; restored when the form is opened again. `undefined` for `name`: no draft is kept.
 */
export function useDraft(name: string | undefined, read: () => unknown, restore: (value: unknown) => void): DraftCare {
  // With no vault open there is no key to seal a draft with.
  const officerId = use(SessionContext)?.officer.id ?? '';
  const form = officerId === '' ? undefined : name;
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
    const own = careFor(officerId, form, () => reading());
    care.current = own;
    void findDraft(officerId, form).then((draft) => { if (wanted && draft) restoring(draft); });
    return () => {
      wanted = false;
      clearTimeout(timer.current);
      void sealDraft(officerId, form).finally(own.leave);
    };
  }, [officerId, form]);

  const sealNow = useCallback(() => {
    clearTimeout(timer.current);
    if (form !== undefined) void sealDraft(officerId, form);
  }, [officerId, form]);
  const touched = useCallback(() => {
    care.current?.touched();
    clearTimeout(timer.current);
    timer.current = setTimeout(sealNow, pause);
  }, [sealNow]);
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    setRestored(undefined);
    if (form !== undefined) void dropDraft(officerId, form);
  }, [officerId, form]);
  const keepRestored = useCallback(() => setRestored(undefined), []);
  return { restored, touched, sealNow, keepRestored, drop };
}
