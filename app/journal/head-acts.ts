import { z } from 'zod';
import { actKind } from './kind.ts';

export const headCompared = actKind('journal.headCompared', z.strictObject({ seq: z.int(), verdict: z.enum(['same', 'other', 'beyond']) }), null);
