import { deciderFor } from '../../acts/exchange/decision.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';

/** Each pair by itself: what stands against one says nothing of another. An addressee that nobody knows is refused as row T6. */
export const decide: Handler<'release.decide'> = ({ materialIds, recipients, purpose, channel, on }, context) => {
  const decider = deciderFor(context, { date: on ?? today(context.clock), purpose, channel });
  const decisions = [...new Set(materialIds)].flatMap((materialId) => [...new Set(recipients)].map((recipient) => {
    const { at, decision } = decider(materialId, recipient);
    return {
      materialId, regNo: at.row.regNo, recipient, allowed: decision.allowed, row: decision.row,
      consents: decision.allowed ? [...decision.consents] : [], refusals: decision.allowed ? [] : [...decision.refusals],
    };
  }));
  return { decisions };
};
