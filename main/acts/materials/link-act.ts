import type { z } from 'zod';
import type { HoldingName, NewAct } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import { linkDecided } from '#app/materials/acts.ts';

/** A link with a part for each of its sides: who can open one of them finds it there (Art. 11). The reason lies with `from` only: it may name the other side. */
export function linkAct(link: z.input<typeof linkDecided.open>, from: HoldingName, to: HoldingName, reason: string): NewAct {
  return actOf(linkDecided, link.from, link, [{ holding: from, content: { ...link, reason } }, ...(to === from ? [] : [{ holding: to, subject: link.to, content: { ...link, reason: null } }])]);
}
