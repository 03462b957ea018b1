import { competentBodyOf } from '#app/agreement/bodies.ts';
import type { Parsed } from '#app/contract/index.ts';
import { actOf } from '#app/journal/kind.ts';
import { admission } from '#app/materials/admission.ts';
import { packageRegistered } from '#app/materials/acts.ts';
import { formatNumber, seriesKey } from '#app/materials/numbering.ts';
import { dateOf } from '#app/agreement/civilDate.ts';
import type { Handler } from '../../context.ts';
import { no } from '../../refused.ts';
import { nextPackageIn, packagesOf, sealedHashRegistered, sealedNumbersSeen, wasVerified } from '../../vault/queries/packages-in.ts';
import type { ReadableDb } from '../../vault/store.ts';
import { raised } from '../incidents/suspicions.ts';
import { draftLetter } from '../notices/draft.ts';
import { standingOn } from '../standing.ts';

/**
 * A package as it arrived, before anything in it is looked at: what is lost before registration then shows.
 * From a sender that is not on the list it is "received, not admitted to use", and a letter to the competent
 * body of that State is drafted at once (R3.3).
 */
export const registerPackage: Handler<'incoming.register'> = (input, context) => {
  const { vault, clock, newId } = context;
  const now = clock.now();
  if (input.receivedAt > now) no('date.inFuture', { date: input.receivedAt, today: now });
  const date = dateOf(input.receivedAt);
  const standing = standingOn(vault.registry, date);
  const { sender } = input;
  const code = sender.kind === 'listed' ? sender.body : `${sender.state ?? 'XX'}-00`;
  // The code of an unlisted sender names a series of numbers only; were a body given it, the sender would still not be that body.
  const verdict = admission({ body: sender.kind === 'listed' ? code : '', bodies: standing.bodies, statuses: standing.statuses, date });
  if (sender.kind === 'listed' && !standing.bodies.some((body) => body.code === code)) {
    no('body.unknown', { body: code }, { missing: 'notificationLetter', supplier: { kind: 'competentBody', code: code.slice(0, 2) } });
  }
  const holding = packagesOf(sender.kind === 'listed' ? code : null);
  const known = vault.holding(holding);
  refuseUnsealed(input, code, known);

  const series = { kind: 'packageIn', body: code, year: Number(now.slice(0, 4)) } as const;
  const n = nextPackageIn(known, seriesKey(series));
  const number = formatNumber({ ...series, n });
  const id = newId();
  const reasons = verdict.admitted ? [] : verdict.reasons.map((reason) => reason.code);
  const judged = { id, number, admission: verdict.admitted ? 'admitted' as const : 'notAdmitted' as const, reasons };
  const acts = [actOf(packageRegistered, id, judged, [{ holding, content: { ...input, ...judged, serial: { year: series.year, n } } }])];

  const state = sender.kind === 'unlisted' ? sender.state : null;
  const competent = state === null ? null : competentBodyOf(state, standing.bodies, date);
  const letter = competent === null || sender.kind !== 'unlisted' ? null : draftLetter({
    kind: 'unlistedSender', to: competent.code, holding: 'CENTRE/LOWER', degree: null, sender: sender.nameAsWritten,
    lines: [{ materialId: null, ownReference: input.outerNumber, ownDate: null, ourNumber: number, ourDate: date }],
  }, context);
  if (letter !== null) acts.push(letter.act);
  if (input.seals === 'broken') acts.push(...raised(context, { holding, cause: 'sealBroken', about: number }));
  vault.commit(acts);
  return { packageId: id, number, admission: verdict.admitted ? 'admitted' : 'notAdmitted', reasons, noticeId: letter?.notice.noticeId ?? null };
};

/** A sealed file counts as what was verified, under the sender that signed it and the number on its label, and once (Art. 11). */
function refuseUnsealed({ sealedHash, outerNumber, sender }: Parsed<'incoming.register'>, code: string, known: ReadableDb | undefined): void {
  if (sealedHash === null) return;
  if (known === undefined || sender.kind !== 'listed' || !wasVerified(known, { sha256: sealedHash, sender: code, number: outerNumber })) no('package.notQuarantined');
  if (sealedHashRegistered(known, sealedHash) || sealedNumbersSeen(known).includes(outerNumber)) no('package.replayed', { number: outerNumber, sender: code });
}
