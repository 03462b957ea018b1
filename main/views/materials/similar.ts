import { linksOf } from '../../vault/queries/decisions.ts';
import type { Handler } from '../../context.ts';
import { refusedUse } from '../../acts/exchange/restricted.ts';
import { refuseIfAny } from '../../refused.ts';
import { located, recordOf } from '../../acts/lookup.ts';
import { proposalsFor } from '../../matching/proposals.ts';

/** What resembles a text being typed, or a material; pairs already decided are not proposed again (Art. 7). */
export const similar: Handler<'materials.similar'> = ({ text, materialId }, context) => {
  if (materialId === undefined) return ready(proposalsFor({ text: text ?? '' }, context));
  // Its words stand in the reasons.
  refuseIfAny(refusedUse(context, located(context.vault, materialId), 'view'));
  const record = recordOf(context.vault, materialId);
  const decided = linksOf(located(context.vault, materialId).db, materialId).filter(({ type }) => type !== 'derivedFrom').flatMap(({ from, to }) => [from, to]);
  const except = new Set([materialId, ...decided, ...record.sources.map(({ id }) => id)]);
  return ready(proposalsFor({ text: record.asReceived.text, reference: record.senderNumber, except }, context));
};

const ready = ({ proposals, outsideAccess }: ReturnType<typeof proposalsFor>) => ({ proposals: [...proposals], outsideAccess });
