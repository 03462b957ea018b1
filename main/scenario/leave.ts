import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { Played } from './player.ts';
import type { Scenario } from './schema.ts';

const document = z.object({ base64: z.string(), text: z.string() });
const fileLeft = z.object({ path: z.string() });

/**
 * Puts what a step made into `out`, named by the step's number and name: a paper as PDF and as text, a package sealed, the
 * journal exported. Answers the names of the files.
 */
export function leave({ number, of, step, answer }: Played, out: string): readonly string[] {
  if (!answer.ok) return [];
  mkdirSync(out, { recursive: true });
  const stem = `${String(number).padStart(Math.max(2, String(of).length), '0')}-${fileWord(step.name ?? step.method)}`;
  if (step.method === 'documents.prepare') {
    const { base64, text } = document.parse(answer.value);
    writeFileSync(join(out, `${stem}.pdf`), Buffer.from(base64, 'base64'));
    writeFileSync(join(out, `${stem}.txt`), text);
    return [`${stem}.pdf`, `${stem}.txt`];
  }
  if (!seals(step.method) && step.method !== 'journal.exportTo') return [];
  const { path } = fileLeft.parse(answer.value);
  const name = `${stem}${extname(path)}`;
  copyFileSync(path, join(out, name));
  return [name];
}

/** A package is written by one officer or by two. */
const seals = (method: string): boolean => method === 'release.seal' || method === 'release.sealByTwo';

/** Letters and digits of any alphabet; no name of a file can lead elsewhere. */
const fileWord = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 80);

/** The same scenario with the director exporting the journal at its end. */
export function withJournal(scenario: Scenario): Scenario {
  const director = scenario.officers.find(({ role }) => role === 'director');
  const at = scenario.steps.map((step) => step.at).toSorted().at(-1) ?? scenario.start;
  return {
    ...scenario,
    steps: [...scenario.steps, { at, officer: director?.login ?? null, method: 'journal.exportTo', input: { folder: '$medium' }, name: 'journal', folder: '' }],
  };
}

/** Steps that make PDFs: the papers themselves, and packages, which hold some. */
export const needsPrinter = ({ steps }: Scenario): boolean => steps.some(({ method }) => method === 'documents.prepare' || seals(method));
