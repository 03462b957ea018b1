import { ensureBuilt } from './bundle.ts';

await ensureBuilt((line) => console.log(line));
