import { consulted, damage, discussion, found, told, type IncidentStep } from '#app/incidents/steps.ts';
import { makeForm } from '../../components/form/makeForm.tsx';

export type StepKind = IncidentStep['kind'];
export const stepKinds: readonly StepKind[] = ['told', 'discussion', 'consulted', 'damage', 'found'];

/** The form of each step, from its own shape. */
export const forms = { told: makeForm(told), consulted: makeForm(consulted), discussion: makeForm(discussion), damage: makeForm(damage), found: makeForm(found) } as const;

/** Where a refusal without a path is shown. */
export const fieldOf = {
  'incident.nobodyConsulted': 'bodies', 'incident.damageNotAgreed': 'amount', 'incident.notTouched': 'materialId', 'incident.notExternal': 'body',
} as const;
