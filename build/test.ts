import { stages } from './stages.ts';
import type { Score } from './stages.ts';

/** npm test [-- STAGE [WORDS]]: every stage, or one; the last line is the sum. */
const [asked, ...words] = process.argv.slice(2);
const chosen = asked === undefined ? stages : stages.filter(({ name }) => name === asked);
if (chosen.length === 0) {
  console.error(`No stage ${asked}; there are: ${stages.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const scores: Score[] = [];
const lines: string[] = [];
for (const stage of chosen) {
  console.log(`\n== ${stage.name}`);
  const started = performance.now();
  const score = await stage.run(words);
  scores.push(score);
  lines.push(`${stage.name.padEnd(10)} ${told(score)}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

const sum = (part: keyof Score): number => scores.reduce((total, score) => total + score[part], 0);
const total: Score = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${lines.join('\n')}\n`);
console.log(told(total));

function told({ passed, failed, skipped }: Score): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
