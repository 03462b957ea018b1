import { incidentStepRecorded } from '#app/incidents/acts.ts';
import { stepRefusals } from '#app/incidents/steps.ts';
import { actOf } from '#app/journal/kind.ts';
import type { Handler } from '../../context.ts';
import { refuseIfAny } from '../../refused.ts';
import { bodyVersions } from '../../vault/queries/reference.ts';
import { openIncident } from './known.ts';

/** What followed the opening of a breach: readers of the journal see which step, its words lie beside the facts (Art. 14). */
export const record: Handler<'incidents.record'> = ({ incidentId, step }, { vault, clock }) => {
  const { incident, holding } = openIncident(vault, incidentId);
  refuseIfAny(stepRefusals({ step, breach: incident, bodies: new Set(bodyVersions(vault.registry).keys()), now: clock.now() }));
  vault.commit([actOf(incidentStepRecorded, incidentId, { id: incidentId, step: step.kind }, [{ holding, content: { id: incidentId, step } }])]);
  return {};
};
