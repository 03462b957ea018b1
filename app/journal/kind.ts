import type { z } from 'zod';
import type { Act, HoldingName, Json, NewAct } from './act.ts';

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

type HeldOf<H> = H extends z.ZodType ? readonly { readonly holding: HoldingName; readonly content: z.input<H> }[] : readonly [];

/** Makes an act that was carried out. Throws a ZodError when a part does not have its shape: a fault of the program, not of the officer. */
export function actOf<O extends z.ZodType, H extends z.ZodType | null>(
  kind: ActKind<O, H>, subject: string | null, open: z.input<O>, held: HeldOf<H>,
): NewAct {
  const shape = kind.held;
  return {
    kind: kind.kind, result: 'done', subject, open: kind.open.parse(open) as Json,
    held: held.map((part) => ({ holding: part.holding, content: (shape === null ? null : shape.parse(part.content)) as Json })),
  };
}

/** The parts of an act of this kind, or undefined for an act of another kind or one that was refused. */
export function readAct<O extends z.ZodType, H extends z.ZodType | null>(
  kind: ActKind<O, H>, act: Act, held: Json | undefined,
): { open: z.output<O>; held: H extends z.ZodType ? z.output<H> | undefined : undefined } | undefined {
  if (act.kind !== kind.kind || act.result !== 'done') return undefined;
  const content = kind.held === null || held === undefined ? undefined : kind.held.parse(held);
  return { open: kind.open.parse(act.open), held: content as H extends z.ZodType ? z.output<H> | undefined : undefined };
}
