import { groups } from '#app/documents/inventory.ts';
import type { Block, Column, Field } from '#app/documents/model.ts';
import { code128, dataMatrix, svgImage } from './barcode.ts';
import { escapeHtml } from './escape.ts';

/** One block of a document as HTML. */
export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'fields':
      return fieldsHtml(block.fields);
    case 'table':
      return tableHtml(block.columns, block.rows);
    case 'barcode':
      return `<div class="barcode">${svgImage(code128(block.digits), '')}${escapeHtml(`${block.label} ${block.digits}`)}</div>`;
    case 'codes':
      return block.lines.map(({ label, digits }) => `<div class="code-line"><span>${escapeHtml(label)}</span><div>${svgImage(code128(digits), '')}<span class="digits">${escapeHtml(groups(digits, 4))}</span></div></div>`).join('');
    case 'matrices':
      return `<div class="matrices">${block.codes.map(({ digits, label }) => `<div>${svgImage(dataMatrix(digits, 600), '')}${escapeHtml(label)}</div>`).join('')}</div>`;
    case 'blank':
      return `<div>${escapeHtml(block.label)}</div>${'<div class="blank"></div>'.repeat(block.lines)}`;
    case 'label':
      return labelHtml(block);
  }
}

/** Label and value rows; an empty value leaves the line for the pen. */
export function fieldsHtml(fields: readonly Field[], className = ''): string {
  const rows = fields.map((field) => {
    const verbatim = field.verbatim === true ? ' class="verbatim"' : '';
    return `<dt>${escapeHtml(field.label)}</dt><dd${verbatim}>${escapeHtml(field.value)}</dd>`;
  });
  return `<dl${className === '' ? '' : ` class="${className}"`}>${rows.join('')}</dl>`;
}

function tableHtml(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => `<col style="width: ${((column.width / whole) * 100).toFixed(2)}%">`);
  const heads = columns.map((column) => `<th>${escapeHtml(column.label)}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map((column, index) => {
      const classes = [column.align ?? '', column.style ?? ''].filter((name) => name !== '').join(' ');
      return `<td${classes === '' ? '' : ` class="${classes}"`}>${escapeHtml(row[index] ?? '')}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><colgroup>${widths.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function labelHtml(label: Extract<Block, { kind: 'label' }>): string {
  const [number = '', to = '', ...lines] = label.lines;
  const codes =
    label.digits === ''
      ? ''
      : `<div class="codes"><div>${svgImage(code128(label.digits), '').replace('<img', '<img class="bars"')}${escapeHtml(label.digits)}</div>${svgImage(dataMatrix(label.digits), '').replace('<img', '<img class="matrix"')}</div>`;
  return [
    '<section class="label-sheet">',
    `<div class="top"><b>${escapeHtml(label.demonstration)}</b><span class="grif">${escapeHtml(label.grif)}</span></div>`,
    `<div class="number">${escapeHtml(number)}</div>`,
    `<div class="to">${escapeHtml(to)}</div>`,
    ...lines.map((line) => `<div class="line">${escapeHtml(line)}</div>`),
    label.note === '' ? '' : `<div class="note">${escapeHtml(label.note)}</div>`,
    codes,
    '</section>',
  ].join('');
}
