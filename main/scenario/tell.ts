import type { Played, Surprise } from './player.ts';

const column = 26;

/** The line printed for a step that went as written. */
export function lineOf({ number, of, step, answer }: Played): string {
  const codes = answer.ok ? [] : [...new Set(answer.refusals.map(({ code, article }) => `${code} (Art. ${article})`))];
  const end = answer.ok ? 'done' : `refused: ${codes.join(', ')}`;
  const place = `${String(number).padStart(String(of).length)}/${String(of)}`;
  return [place, step.at.replace('T', ' ').slice(0, 16), (step.officer ?? '-').padEnd(10), step.method.padEnd(column), step.name ?? '', '-', end].filter((part) => part !== '').join('  ');
}

const whats: Readonly<Record<Surprise['what'], string>> = {
  setUp: 'the set-up was refused', unlock: 'the officer could not unlock the vault', refused: 'refused, but an answer was expected',
  accepted: 'answered, but a refusal was expected', otherRefusal: 'refused for another reason', difference: 'the answer is not what was expected',
  save: 'there is nothing to save', input: 'the step cannot be asked',
};

/** Lines that show the first surprise: what was expected and what came. */
export function surpriseLines({ number, what, step, difference: { place, expected, actual } }: Surprise): readonly string[] {
  const name = step.name === undefined ? '' : ` «${step.name}»`;
  return [
    `Surprise at ${number === 0 ? 'the set-up' : `step ${String(number)}`}, ${step.method}${name}, ${step.at}: ${whats[what]}`,
    ...(place === '' ? [] : [`  at        ${place}`]),
    `  expected  ${expected}`,
    `  actual    ${actual}`,
  ];
}
