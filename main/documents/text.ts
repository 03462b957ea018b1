import { groups } from '#app/documents/inventory.ts';
import type { Block, DocumentModel } from '#app/documents/model.ts';
import { visible } from '#app/documents/visible.ts';

const rule = '─'.repeat(60);

/** The same document as plain text, UTF-8, one line feed at the end: what is read where no page can be shown. */
export function documentText(model: DocumentModel): string {
  const { furniture } = model;
  const lines: string[] = [
    furniture.demonstration,
    // A label bears its grif within its frame.
    model.sheet === 'label' ? '' : model.grif?.text ?? '',
    model.grif?.remark ?? '',
    model.copy?.text ?? '',
    model.centre?.name ?? '',
    model.centre?.place ?? '',
    [model.date, model.number].filter((text) => text !== '').join('  '),
    model.replyTo,
    ...model.addressee,
  ].filter((line) => line !== '');
  lines.push(
    '',
    model.title.toUpperCase(),
    model.unofficialTranslation && model.title !== '' ? `(${furniture.translation})` : '',
    '',
    ...model.blocks.flatMap(blockText),
    ...(model.attachments ? [model.attachments.label, ...model.attachments.lines, ''] : []),
    ...model.conditions.map((field) => `${field.label}: ${field.value}`),
    ...(model.thirdPartyRule === '' ? [] : ['', model.thirdPartyRule, '']),
    ...model.signatures.map(({ post, name }) => `${post}  __________  ${name === '' ? '__________' : name}`),
    model.stamp,
    ...second(model),
    ...(model.printEvent === '' ? [] : ['', model.printEvent]),
    model.agreementNote,
    ...(model.sheet === 'label'
      ? []
      : [rule, [model.grif?.text ?? '', furniture.registration, furniture.copy, counterless(furniture.sheetOf)].filter((text) => text !== '').join(' · ')]),
    ...(model.back ? [rule, model.back.title, ...model.back.lines] : []),
  );
  return `${tidy(lines.map(visible))}\n`;
}

const counterless = (wording: string): string => wording.replace(/\{\{\w+\}\}/g, '_');

function second(model: DocumentModel): string[] {
  if (!model.second) return [];
  const { title, note, blocks } = model.second;
  return [rule, title.toUpperCase(), note === '' ? '' : `(${note})`, '', ...blocks.flatMap(blockText)];
}

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text, ''];
    case 'heading':
      return [block.text, ''];
    case 'fields':
      return [...block.fields.map((field) => `${field.label}: ${field.value === '' ? '__________' : field.value}`), ''];
    case 'table':
      return [block.columns.map((column) => column.label).join(' | '), ...block.rows.map((row) => row.join(' | ')), ''];
    case 'barcode':
      return [`${block.label}: ${block.digits}`, ''];
    case 'codes':
      return [...block.lines.map(({ label, digits }) => `${label}: ${groups(digits, 4)}`), ''];
    case 'matrices':
      return [...block.codes.map(({ label }) => `[${label}]`), ''];
    case 'blank':
      return [`${block.label}: __________`, ''];
    case 'label':
      return [rule, ...[block.demonstration, block.grif, ...block.lines, block.note, block.digits].filter((line) => line !== ''), rule, ''];
  }
}

/** Empty lines only where they part something: never two, never first or last. */
function tidy(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
