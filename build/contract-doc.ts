import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { contractDocument } from './contract/document.ts';

/** npm run contract: writes docs/contract.md anew from the contract's schemas. */
writeFileSync(resolve(import.meta.dirname, '../docs/contract.md'), contractDocument());
console.log('docs/contract.md is written.');
