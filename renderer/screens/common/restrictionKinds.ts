import type { z } from 'zod';
import type { restrictionRule } from '#app/contract/shapes/material.ts';

type Rule = z.output<typeof restrictionRule>;

/** Kinds of additional restrictions, as they are offered (Art. 9(4)): on transfer first, then on use in the Centre. */
export const restrictionKinds = ['noTransfer', 'notTo', 'onlyTo', 'purpose', 'noCopy', 'noPrint', 'noProduct', 'viewOnly'] as const satisfies readonly Rule['kind'][];

/** Roles to which a restriction may leave the content. */
export const readers = ['director', 'registrar', 'analyst'] as const satisfies Extract<Rule, { kind: 'viewOnly' }>['roles'];
