import { dateOf } from '#app/agreement/civilDate.ts';
import type { Evaluation } from '#app/agreement/evaluation.ts';
import { isStateCode, type StateCode } from '#app/agreement/states.ts';
import { refuse, type Refusal } from '#app/contract/refusals.ts';
import type { Parsed } from '#app/contract/index.ts';
import { actOf } from '#app/journal/kind.ts';
import { admission } from '#app/materials/admission.ts';
import { materialRegistered, restrictionRecorded, type MaterialRecord } from '#app/materials/acts.ts';
import { checkIntake } from '#app/materials/intake.ts';
import { formatNumber } from '#app/materials/numbering.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { bySenderNumber, nextSerial } from '../../vault/queries/materials.ts';
import { findPackageIn, type PackageIn } from '../../vault/queries/packages-in.ts';
import { holdingOf, located, recordOf } from '../lookup.ts';
import { draftSimilarNotices, isTold } from '../notices/similar.ts';
import { standingOn, type Standing } from '../standing.ts';
import { proposalsFor } from '../../matching/proposals.ts';
import { stagedAttachments } from './attachments.ts';
import { freshCarrierCode } from './carrier.ts';
import { linkAct } from './link-act.ts';
import { findRequest } from '../../vault/queries/requests.ts';
import { checkRestrictionInput } from './restrictions.ts';

type Draft = Parsed<'materials.register'>;

/** The State whose row of Annex 1 reads the stamp; a package of nobody's body cannot have materials registered (R3.3). */
function senderOf(received: PackageIn): { body: string; state: StateCode } {
  const { sender } = received;
  if (sender.kind === 'unlisted') no('body.notListed', { body: sender.nameAsWritten, date: dateOf(received.receivedAt) }, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } });
  const state = sender.body.slice(0, 2);
  if (!isStateCode(state)) no('body.notASource', { body: sender.body });
  return { body: sender.body, state };
}

function requestRefusals(draft: Draft, body: string, context: Context): readonly Refusal[] {
  if (draft.requestId === null) return [];
  const request = findRequest(context.vault, draft.requestId);
  if (request === undefined) return [refuse('request.notFound')];
  // An answer goes to the request of the body that asked; a material answers somebody else's request (Art. 4).
  if (request.from === body) return [refuse('request.otherBody', { body })];
  // Judged by the day of the answer's letter: what was sent in time may arrive later.
  const expired = request.validTo !== null && draft.senderDate > request.validTo;
  const otherKind = draft.basis !== 'initiative' && draft.basis !== request.kind;
  return expired || otherKind || request.status === 'awaitsJustification' ? [refuse('request.unfit')] : [];
}

/** `A`-`D` and `1`-`4` when the code is one of Annex 2; both null when it is missing or of another scheme: no default (R15.1). */
const evaluated = (evaluation: Evaluation, draft: Draft): MaterialRecord['evaluation'] => ({
  source: evaluation.kind === 'code' ? evaluation.source : null,
  accuracy: evaluation.kind === 'code' ? evaluation.accuracy : null,
  typed: draft.evaluation.typed,
  sourceKind: draft.evaluation.sourceKind,
});

function check(draft: Draft, received: PackageIn, standing: Standing, context: Context) {
  const { body, state } = senderOf(received);
  const version = standing.annex1 ?? no('grif.unknown', { degree: draft.degree });
  const intake = checkIntake({
    state, senderNumber: draft.senderNumber, senderDate: draft.senderDate, receivedOn: dateOf(received.receivedAt), basis: draft.basis,
    requestId: draft.requestId, marking: draft.asReceived.marking, readAs: draft.markingReadAs, degree: draft.degree, higherReason: draft.higherReason,
    copyNo: draft.carrier.copyNo, copies: draft.carrier.copies, sheets: draft.carrier.sheets, evaluation: draft.evaluation.typed, sourceKind: draft.evaluation.sourceKind,
  }, version, today(context.clock));
  // The same copy has one degree: it is looked for at both, as far as this officer has the keys.
  const [twin] = (['LOWER', 'UPPER'] as const).flatMap((degree) => {
    const holding = context.vault.holding(holdingOf(body, degree));
    return holding === undefined ? [] : (bySenderNumber(holding, draft.senderNumber, draft.senderDate, draft.carrier.copyNo) ?? []);
  });
  refuseIfAny([
    ...(intake.accepted ? [] : intake.refusals),
    ...requestRefusals(draft, body, context),
    ...draft.restrictions.flatMap((restriction) => checkRestrictionInput(restriction, today(context.clock))),
    ...(twin === undefined ? [] : [refuse('material.senderNumberTaken', { number: draft.senderNumber, regNo: twin.reg_no })]),
  ]);
  if (!intake.accepted) return no('input.invalid', { path: '' });
  return { body, intake, version };
}

/**
 * Registers one document of a received package: its own number, carrier, grif and evaluation (Art. 7(2), 8, 9, 15), with
 * the block as received kept to the byte (Art. 11). Everything is checked before anything is stored.
 */
export const registerMaterial: Handler<'materials.register'> = async (draft, context) => {
  const { vault, clock, newId } = context;
  const received = found(findPackageIn(vault, draft.packageId), 'package.notFound');
  const standing = standingOn(vault.registry, dateOf(received.receivedAt));
  const { body, intake, version } = check(draft, received, standing, context);
  const parent = draft.supplementOf === null ? undefined : recordOf(vault, draft.supplementOf);
  const attachments = stagedAttachments(draft.attachments, context);

  // On the list on the day of sending: a body that left it while its letter travelled had the right to send (R3.3).
  const { bodies, statuses } = standingOn(vault.registry, draft.senderDate);
  const verdict = admission({ body, bodies, statuses, date: draft.senderDate });
  const reasons = verdict.admitted ? [] : verdict.reasons.map((reason) => reason.code);
  const holding = holdingOf(body, draft.degree);
  const year = Number(clock.now().slice(0, 4));
  const n = nextSerial(vault.holding(holding), year);
  const record: MaterialRecord = {
    id: newId(), regNo: formatNumber({ kind: 'material', body, degree: draft.degree, year, n }), serial: { year, n }, registeredAt: clock.now(),
    originator: body, degree: draft.degree, packageId: received.id, packageNumber: received.number, channel: received.channel, courier: received.courier,
    receivedAt: received.receivedAt, senderNumber: draft.senderNumber, senderDate: draft.senderDate, basis: draft.basis, requestId: draft.requestId,
    carrier: { code: freshCarrierCode(context), ...draft.carrier }, asReceived: draft.asReceived, higherReason: draft.higherReason,
    evaluation: evaluated(intake.evaluation, draft), personalData: draft.personalData, summary: draft.summary, attachments,
    admission: verdict.admitted ? 'admitted' : 'notAdmitted', reasons, annex1Version: version.id, supplementOf: parent?.id ?? null, sources: [],
  };
  // What was not admitted to use is not used to tell anybody either (R3.3); the link is kept, and told of once both sides are admitted.
  const usable = verdict.admitted && (parent === undefined || located(vault, parent.id).row.admission === 'admitted');
  const linkId = newId();
  const { proposals, outsideAccess } = proposalsFor({ text: draft.asReceived.text }, context);

  vault.commit([
    actOf(materialRegistered, record.id, { id: record.id, packageId: received.id }, [{ holding, content: record }]),
    ...draft.restrictions.map((restriction) => {
      const id = newId();
      return actOf(restrictionRecorded, record.id, { id }, [{ holding, content: { id, materialId: record.id, ...restriction } }]);
    }),
    // Linked both ways, and nothing changes in the parent (R7.3).
    ...(parent === undefined ? [] : [linkAct({ id: linkId, from: record.id, to: parent.id, type: 'supplementOf' }, holding, holdingOf(parent.originator, parent.degree), '')]),
    ...(parent !== undefined && usable && isTold('supplement', record, parent) ? draftSimilarNotices(record, parent, linkId, context).acts : []),
  ], { adopt: attachments.map(({ fileId }) => ({ fileId, holding })) });
  return {
    materialId: record.id, regNo: record.regNo, carrierCode: record.carrier.code, admission: record.admission, reasons,
    hints: [...intake.hints], evaluation: record.evaluation, proposals: [...proposals], outsideAccess,
  };
};
