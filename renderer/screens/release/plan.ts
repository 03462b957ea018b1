import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useDraft, type DraftCare } from '../../components/form/useDraft.ts';

const planShape = z.object({
  materialIds: z.array(z.string()), recipients: z.array(z.string()), outside: z.array(z.string()),
  purpose: z.string(), channel: z.string(), folder: z.string(),
  /** Consents and restrictions of which the officer has confirmed that they cover the purpose as it stands. */
  confirmedPurposes: z.array(z.string()).default([]),
  /** The request that it answers; null for an initiative. */
  requestId: z.string().nullable().default(null),
  /** Whom it is addressed to by name; empty for the body. */
  person: z.string().default(''),
});

/** A release being prepared. `outside`: observers and third parties, which come in by a separate command only (R12.8). */
export type Plan = z.infer<typeof planShape>;

export const emptyPlan: Plan = { materialIds: [], recipients: [], outside: [], purpose: '', channel: '', folder: '', confirmedPurposes: [], requestId: null, person: '' };

export interface PlanCare {
  readonly plan: Plan;
  readonly put: (change: Partial<Plan>) => void;
  readonly care: DraftCare;
  readonly drop: () => void;
}

/** The release in preparation; sealed as a draft, so that a lock loses nothing of it. Materials named by another screen come on top. */
export function usePlan(named: readonly string[]): PlanCare {
  const [plan, setPlan] = useState<Plan>({ ...emptyPlan, materialIds: [...named] });
  const now = useRef(plan);
  useEffect(() => { now.current = plan; }, [plan]);
  const care = useDraft('release', () => now.current, (value) => {
    const read = planShape.safeParse(value);
    if (read.success) setPlan((before) => ({ ...read.data, materialIds: [...new Set([...before.materialIds, ...read.data.materialIds])] }));
  });
  const put = (change: Partial<Plan>) => {
    setPlan((before) => {
      // What was confirmed for one purpose is confirmed for no other.
      const next = { ...before, ...(change.purpose === undefined ? {} : { confirmedPurposes: [] }), ...change };
      now.current = next;
      return next;
    });
    care.touched();
  };
  const drop = () => {
    care.drop();
    now.current = emptyPlan;
    setPlan(emptyPlan);
  };
  return { plan, put, care, drop };
}
