import { readEvaluation } from '#app/agreement/evaluation.ts';
import { dateOf } from '#app/agreement/civilDate.ts';
import { actOf } from '#app/journal/kind.ts';
import { evaluationRevised, materialRectified } from '#app/materials/acts.ts';
import { evaluationRequestRefusals, rectificationRefusals, revisionRefusals, suggestedCode } from '#app/materials/correction.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { rectificationsOf, revisionsOf } from '../../vault/queries/corrections.ts';
import { findRecord } from '../../vault/queries/materials.ts';
import { noticesAbout } from '../../vault/queries/notices.ts';
import { located, type Located } from '../lookup.ts';
import { draftLetter } from '../notices/draft.ts';
import { lettersToHolders } from '../notices/holders.ts';

const recordAt = ({ db, row }: Located) => findRecord(db, row.id) ?? no('material.notFound');
const about = ({ row }: Located) => ({ product: row.product, originator: row.originator, senderDate: row.senderDate });

/** The code that counts now, as typed. */
const countsNow = (at: Located): string => (revisionsOf(at.db, at.row.id).at(-1) ?? recordAt(at).evaluation).typed;

const ofRevision = (at: Located, id: string, code: string, context: Context) => lettersToHolders(at, {
  kind: 'evaluationChange', link: id, alike: () => true, particulars: ({ derived }) => ({ kind: 'evaluationChange', code: derived ? null : code }),
}, context);
const ofRectification = (at: Located, id: string, text: string, context: Context) => lettersToHolders(at, {
  kind: 'rectification', link: id, alike: () => true, particulars: ({ derived }) => ({ kind: 'rectification', text: derived ? null : text }),
}, context);

/** The originator's later evaluation stands beside the first, and everybody who holds the material is told (R15.5). */
export const reviseEvaluation: Handler<'corrections.reviseEvaluation'> = ({ materialId, typed, sourceKind, instruction }, context) => {
  const { vault, clock, newId } = context;
  const at = located(vault, materialId);
  refuseIfAny(revisionRefusals({ ...about(at), instruction, today: today(clock) }, typed, countsNow(at)));
  const read = readEvaluation(typed);
  const [source, accuracy] = read.kind === 'code' ? [read.source, read.accuracy] : [null, null];
  const id = newId();
  const told = ofRevision(at, id, typed, context);
  vault.commit([actOf(evaluationRevised, materialId, { id }, [{ holding: at.holding, content: { id, materialId, typed, source, accuracy, sourceKind, instruction } }]), ...told.acts]);
  return { correctionId: id, notices: told.notices };
};

/** What the originator reports of an error in personal data; the block as received stays (R8.9, R11.2). */
export const rectify: Handler<'corrections.rectify'> = ({ materialId, text, instruction }, context) => {
  const { vault, clock, newId } = context;
  const at = located(vault, materialId);
  refuseIfAny(rectificationRefusals({ ...about(at), instruction, today: today(clock) }));
  const id = newId();
  const told = ofRectification(at, id, text, context);
  vault.commit([actOf(materialRectified, materialId, { id }, [{ holding: at.holding, content: { id, materialId, text, instruction } }]), ...told.acts]);
  return { correctionId: id, notices: told.notices };
};

/** What an officer who sees more still has to tell; of nothing lacking nothing is drafted. */
export const completeCorrection: Handler<'corrections.complete'> = ({ materialId, correctionId }, context) => {
  const { vault } = context;
  const at = located(vault, materialId);
  const revision = revisionsOf(at.db, materialId).find(({ id }) => id === correctionId);
  const told = revision === undefined
    ? ofRectification(at, correctionId, found(rectificationsOf(at.db, materialId).find(({ id }) => id === correctionId), 'correction.notFound').text, context)
    : ofRevision(at, correctionId, revision.typed, context);
  if (told.acts.length > 0) vault.commit(told.acts);
  return { correctionId, notices: told.notices };
};

/** The Centre supplies no evaluation of its own: it asks for the one that is lacking, and what it would read a foreign code as it only asks (R15.1, R15.2). */
export const askEvaluation: Handler<'corrections.askEvaluation'> = ({ materialId }, context) => {
  const { vault } = context;
  const at = located(vault, materialId);
  const { row } = at;
  const typed = countsNow(at).trim();
  const asked = noticesAbout(at.db, materialId).some(({ particulars, cancelled }) => particulars?.kind === 'evaluationRequest' && particulars.typed === typed && cancelled === null);
  refuseIfAny(evaluationRequestRefusals({ product: row.product, originator: row.originator, typed, asked }));
  const { act, notice } = draftLetter({
    kind: 'evaluationRequest', to: row.originator, holding: at.holding, degree: row.degree,
    lines: [{ materialId, ownReference: row.senderNumber, ownDate: row.senderDate, ourNumber: row.regNo, ourDate: dateOf(row.registeredAt) }],
    particulars: { kind: 'evaluationRequest', typed, suggestion: suggestedCode(typed) },
  }, context);
  vault.commit([act]);
  return notice;
};
