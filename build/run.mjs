// node build/run.mjs SCRIPT [WORDS]: what npm's scripts call, so that each works from a clean clone.
import { run } from './bootstrap.mjs';

const [script, ...words] = process.argv.slice(2);
if (!script) throw new Error('which script?');
await run(script, words);
