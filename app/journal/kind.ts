import type { z } from 'zod';
import type { ActBody, HoldingName, Json, NewAct } from './act.ts';

/**
 * A kind of act with the shapes of its two parts: `open`, which every reader of the journal may see, and
 * `held`, which lies in a holding under that holding's key (Art. 11). `null` where there is no held part.
 */
export interface ActKind<O extends z.ZodType = z.ZodType, H extends z.ZodType | null = z.ZodType | null> {
  readonly kind: string;
  readonly open: O;
  readonly held: H;
}

export const actKind = <O extends z.ZodType, H extends z.ZodType | null>(kind: string, open: O, held: H): ActKind<O, H> => ({ kind, open, held });

/** Content `null` where an act only concerns a holding. */
type HeldOf<H> = readonly { readonly holding: HoldingName; readonly content: H extends z.ZodType ? z.input<H> | null : null; readonly subject?: string | null }[];

/** Makes an act that was carried out. Throws a ZodError when a part does not have its shape: a fault of the program, not of the officer. */
export function actOf<O extends z.ZodType, H extends z.ZodType | null>(
  kind: ActKind<O, H>, subject: string | null, open: z.input<O>, held: HeldOf<H>,
): NewAct {
  const shape = kind.held;
  return {
    kind: kind.kind, result: 'done', subject, open: kind.open.parse(open) as Json,
    held: held.map((part) => ({ ...part, content: (shape === null || part.content === null ? null : shape.parse(part.content)) as Json })),
  };
}

/** The open part of an act of this kind, or undefined for an act of another kind or one that was refused. */
export function openOf<O extends z.ZodType>(kind: ActKind<O>, act: Pick<ActBody, 'kind' | 'result' | 'open'>): z.output<O> | undefined {
  return act.kind !== kind.kind || act.result !== 'done' ? undefined : kind.open.parse(act.open);
}

/** What a holding keeps of an act of this kind, or undefined for another kind, a refused act or one without content there. */
export function heldOf<H extends z.ZodType>(kind: ActKind<z.ZodType, H>, act: Pick<ActBody, 'kind' | 'result'>, held: Json): z.output<H> | undefined {
  return act.kind !== kind.kind || act.result !== 'done' || held === null ? undefined : kind.held.parse(held);
}
