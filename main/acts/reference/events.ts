import { annex1Recorded, eventAnnulled, eventRecorded } from '#app/agreement/acts.ts';
import { checkEvent } from '#app/agreement/events.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { allEvents, annex1Versions, standingEvents } from '../../vault/queries/reference.ts';

export const recordEvent: Handler<'reference.recordEvent'> = (input, { vault, clock, newId }) => {
  refuseIfAny(checkEvent(input, standingEvents(vault.registry), today(clock)));
  const id = newId();
  vault.commit([actOf(eventRecorded, id, { id, ...input }, [])]);
  return { eventId: id };
};

export const annulEvent: Handler<'reference.annulEvent'> = ({ eventId, reason }, { vault }) => {
  const event = found(allEvents(vault.registry).find((one) => one.id === eventId), 'event.notFound');
  if (event.annulled !== null) no('event.notFound');
  vault.commit([actOf(eventAnnulled, eventId, { id: eventId, reason }, [])]);
  return {};
};

/** A later version never moves what was mapped with an earlier one (R9.4). */
export const recordAnnex1: Handler<'reference.recordAnnex1'> = (version, { vault }) => {
  const versions = annex1Versions(vault.registry);
  if (versions.some((one) => one.id === version.id)) no('annex1.idTaken', { id: version.id });
  // Annex 1 changes by a decision of the Council alone (Art. 9(3)).
  if (version.decision === null) no('annex1.decisionMissing', {}, { missing: 'councilDecision', supplier: { kind: 'council' } });
  const last = versions.at(-1);
  if (last !== undefined && version.effectiveFrom <= last.effectiveFrom) no('annex1.notLater', { date: last.effectiveFrom });
  vault.commit([actOf(annex1Recorded, null, version, [])]);
  return {};
};
