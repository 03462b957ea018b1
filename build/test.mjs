import { run } from './bootstrap.mjs';

await run('build/test.ts');
