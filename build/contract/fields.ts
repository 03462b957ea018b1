import type { Node } from './shapes.ts';

/** A schema as an indented list in Markdown: a line for each field, those of an object under it. */
export function fieldLines(node: Node): readonly string[] {
  return below(node, 0);
}

function below(node: Node, depth: number): readonly string[] {
  const variants = (node.anyOf ?? node.oneOf ?? []).filter((one) => one.type !== 'null');
  if (variants.length > 1 && variants.every((one) => one.properties !== undefined)) {
    return variants.flatMap((one, index) => [`${indent(depth)}- ${index === 0 ? 'either' : 'or'}`, ...below(one, depth + 1)]);
  }
  const [only] = variants;
  if (only !== undefined && variants.length === 1) return below(only, depth);
  if (node.items !== undefined) return below(node.items, depth);
  if (typeof node.additionalProperties === 'object' && node.properties === undefined) return below(node.additionalProperties, depth);
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const optional = node.required?.includes(name) === true ? '' : ' (may be left out)';
    return [`${indent(depth)}- \`${name}\`: ${typeWords(field)}${optional}`, ...below(field, depth + 1)];
  });
}

const indent = (depth: number): string => '  '.repeat(depth);

/** What a value is, in words: `list of id, 1 to 200`. */
export function typeWords(node: Node): string {
  if (node.shared !== undefined) return `[${node.shared}](#${node.shared.toLowerCase()})`;
  if (node.word !== undefined) return `${node.word}${node.maxLength === undefined ? '' : `, up to ${amount(node.maxLength)} characters`}`;
  const variants = node.anyOf ?? node.oneOf;
  if (variants !== undefined) {
    const parts = variants.filter((one) => one.type !== 'null').map(typeWords);
    return [...new Set(parts), ...(parts.length < variants.length ? ['null'] : [])].join(' or ');
  }
  if (node.const !== undefined) return `\`${String(node.const)}\``;
  if (node.enum !== undefined) return node.enum.map((one) => `\`${String(one)}\``).join(', ').replace(/, ([^,]*)$/, ' or $1');
  if (Array.isArray(node.type)) return node.type.map((one: string) => (one === 'null' ? 'null' : typeWords({ ...node, type: one }))).join(' or ');
  switch (node.type) {
    case 'array': return `list of ${typeWords(node.items ?? {})}${range(node.minItems, node.maxItems, '')}`;
    case 'object': return node.properties === undefined && typeof node.additionalProperties === 'object' ? `map from ${keyWords(node.propertyNames)} to ${typeWords(node.additionalProperties)}` : 'object';
    case 'integer': return `whole number${range(node.minimum, node.maximum, '')}`;
    case 'number': return 'number';
    case 'boolean': return 'true or false';
    case 'string': return `text${node.maxLength === undefined ? '' : `, up to ${amount(node.maxLength)} characters`}${node.pattern === undefined ? '' : `, like \`${node.pattern.replaceAll('|', '\\|')}\``}`;
    default: return 'any value';
  }
}

const keyWords = (node: Node | undefined): string => (node === undefined ? 'text' : typeWords(node));

function range(from: number | undefined, to: number | undefined, unit: string): string {
  const least = from === undefined || from <= Number.MIN_SAFE_INTEGER ? undefined : from;
  const most = to === undefined || to >= Number.MAX_SAFE_INTEGER ? undefined : to;
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return `, ${amount(least ?? 0)} or more${unit}`;
  return least === undefined ? `, up to ${amount(most)}${unit}` : `, ${amount(least)} to ${amount(most)}${unit}`;
}

const amount = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
