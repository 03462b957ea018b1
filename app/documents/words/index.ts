import { H1 } from './H1.ts';
import { J1 } from './J1.ts';
import { L1 } from './L1.ts';
import { L2 } from './L2.ts';
import { L4 } from './L4.ts';
import { L5 } from './L5.ts';
import { L6 } from './L6.ts';
import { P1 } from './P1.ts';
import { P2 } from './P2.ts';
import { P3 } from './P3.ts';
import { P4 } from './P4.ts';
import { P6 } from './P6.ts';
import { P7 } from './P7.ts';
import { P9 } from './P9.ts';
import { P10 } from './P10.ts';
import { P13 } from './P13.ts';
import { P14 } from './P14.ts';
import { P15 } from './P15.ts';
import { P17 } from './P17.ts';
import { P23 } from './P23.ts';
import { R1 } from './R1.ts';

/** The words of each form of the catalogue, by its code; one file a form. */
export const formWords = { H1, J1, L1, L2, L4, L5, L6, P1, P2, P3, P4, P6, P7, P9, P10, P13, P14, P15, P17, P23, R1 } as const;
