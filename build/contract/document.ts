import texts from '#assets/texts/en/refusals.json' with { type: 'json' };
import { roles } from '#app/access/roles.ts';
import type { Entry } from '#app/contract/define.ts';
import { contract, entryOf, methods } from '#app/contract/index.ts';
import { refusalCatalogue, refusalCodes, type RefusalCode } from '#app/contract/refusals.ts';
import { fieldLines, typeWords } from './fields.ts';
import { nodeOf, roleWords, sharedShapes } from './shapes.ts';

/** Refusals that any method may answer with; they stand once and not at each. */
const common: readonly RefusalCode[] = [
  'input.unknownMethod', 'input.invalid', 'input.unknownKey', 'input.required', 'input.wrongType', 'input.tooLong', 'input.tooFew', 'input.controlCharacters',
  'input.notADate', 'input.notAChoice', 'session.locked', 'session.roleNotEntitled', 'session.clockSetBack', 'vault.noSpace', 'vault.readOnly', 'vault.io', 'vault.damaged', 'internal.failed',
];

/** `docs/contract.md`, whole. */
export function contractDocument(): string {
  const areas = Object.keys(contract);
  return [
    '# The contract',
    '',
    'Generated from the schemas in `app/contract` by `npm run contract`; a test fails when it is stale. Do not edit it by hand.',
    '',
    `Every question and command that the screens, and scenarios, can ask of main: ${String(methods.length)} methods. A call is a method's name and its input as JSON; the answer is an envelope, `
      + '`{ "ok": true, "value": … }` or `{ "ok": false, "refusals": [ … ] }` with a [refusal](#refusal) for every failing check. A key that is not named here is refused. '
      + 'A command writes its own act into the journal, and so does every refused attempt; of a question it is said whether the gate writes it down.',
    '',
    ...areas.map((area) => `- ${area}: ${methodsOf(area).map((method) => `[${method}](#${anchor(method)})`).join(', ')}`),
    '- [Refusals of every method](#refusals-of-every-method), [shared shapes](#shared-shapes), [all refusals](#all-refusals)',
    '',
    ...areas.flatMap((area) => [`## ${area}`, '', ...methodsOf(area).flatMap(section)]),
    '## Refusals of every method', '',
    ...common.map(refusalLine), '',
    '## Shared shapes', '',
    ...[...sharedShapes].flatMap(([name, shape]) => [`### ${name}`, '', ...fieldLines(nodeOf(shape, 'input')), '']),
    '## All refusals', '',
    '| code | article | rule | text |', '| --- | --- | --- | --- |',
    ...refusalCodes.map((code) => `| \`${code}\` | ${refusalCatalogue[code].article} | ${refusalCatalogue[code].rule} | ${textOf(code).replaceAll('|', '\\|')} |`),
    '',
  ].join('\n');
}

const methodsOf = (area: string): readonly string[] => methods.filter((method) => method.startsWith(`${area}.`));
const anchor = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');

function section(method: string): readonly string[] {
  const entry = entryOf(method);
  if (entry === undefined) return [];
  return [
    `### ${method}`, '', entry.summary, '',
    `- ${entry.kind === 'question' ? 'Question' : 'Command'}${entry.articles.length === 0 ? '' : `; Art. ${entry.articles.join(', ')}`}`,
    `- Asked by: ${askedBy(entry)}`,
    `- Journal: ${writtenDown(entry)}`,
    '',
    ...part('Input', nodeOf(entry.input, 'input')), ...part('Answer', nodeOf(entry.answer, 'output')),
    ...(entry.refusals.length === 0 ? [] : ['Refusals:', '', ...[...new Set(entry.refusals)].map(refusalLine), '']),
  ];
}

function part(title: string, node: ReturnType<typeof nodeOf>): readonly string[] {
  const lines = fieldLines(node);
  if (lines.length === 0) return [`${title}: ${node.type === 'object' ? 'nothing' : typeWords(node)}.`, ''];
  return [`${title}${node.type === 'array' ? `, ${typeWords(node)}` : ''}:`, '', ...lines, ''];
}

function askedBy(entry: Entry): string {
  return entry.two ? `${firstAskedBy(entry)}; together with a second officer: ${entry.secondRoles.map((role) => roleWords[role]).join(', ')}` : firstAskedBy(entry);
}

function firstAskedBy({ session, roles: entitled }: Entry): string {
  if (session === 'any') return 'anybody, also with no vault open';
  return entitled.length === roles.length ? 'every officer' : entitled.map((role) => roleWords[role]).join(', ');
}

function writtenDown({ kind, journal, session }: Entry): string {
  if (kind === 'command') return session === 'any' ? 'what it changes in a vault is an act' : 'an act of its own where it changes anything';
  if (journal === 'none') return 'not written down: it reveals nothing of a material';
  return journal === 'search' ? 'written down as a search' : 'written down as a view';
}

const refusalLine = (code: RefusalCode): string => `- \`${code}\` (Art. ${refusalCatalogue[code].article}, ${refusalCatalogue[code].rule}): ${textOf(code)}`;

function textOf(code: string): string {
  const text = code.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), texts.codes);
  return typeof text === 'string' ? text : '';
}
