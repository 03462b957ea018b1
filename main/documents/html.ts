import type { DocumentModel } from '#app/documents/model.ts';
import { blockHtml, fieldsHtml } from './blocks.ts';
import { escapeHtml } from './escape.ts';
import { pageStyle, type Sheets } from './page-style.ts';
import { textStyle } from './text-style.ts';

/** Nothing may be fetched and nothing run, whatever stands in the text. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/**
 * The whole document as one HTML file that loads nothing. `fonts` are @font-face rules with the files inside.
 * `sheets`: null leaves the back of the last sheet away and lets the printer count; a number puts that total
 * on each sheet and the back behind it. The title stays empty: it would become the PDF's title (R7.5).
 */
export function documentHtml(model: DocumentModel, fonts: string, sheets: Sheets): string {
  return [
    `<!doctype html><html lang="${model.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><title></title>`,
    `<style>${fonts}\n${pageStyle(model, sheets)}\n${textStyle}</style></head>`,
    `<body class="${model.sheet}">`,
    model.demonstration ? `<div class="demonstration"><span>${escapeHtml(model.furniture.demonstration)}</span></div>` : '',
    model.sheet === 'label' ? '' : head(model),
    title(model),
    ...model.blocks.filter((block) => block.kind !== 'barcode').map(blockHtml),
    model.sheet === 'label' ? '' : tail(model),
    sheets === null || !model.back
      ? ''
      : `<section class="back">${[`<b>${escapeHtml(model.back.title)}</b>`, ...model.back.lines.map(escapeHtml)].map(div).join('')}</section>`,
    '</body></html>',
  ].join('');
}

const div = (html: string): string => `<div>${html}</div>`;

const named = (className: string, text: string): string => (text === '' ? '' : `<div class="${className}">${escapeHtml(text)}</div>`);

function head(model: DocumentModel): string {
  const reference = [model.date, model.number].filter((text) => text !== '').map(escapeHtml).join(' &nbsp; ');
  return [
    '<div class="head"><div>',
    model.centre ? `<div class="centre">${escapeHtml(model.centre.name)}${named('place', model.centre.place)}</div><div class="rule"></div>` : '',
    reference === '' ? '' : `<div class="reference">${reference}</div>`,
    named('reference', model.replyTo),
    '</div><div class="marks">',
    model.grif ? named('grif', model.grif.text) + named('remark', model.grif.remark) : '',
    named('copy', model.copy?.text ?? ''),
    '</div>',
    ...model.blocks.filter((block) => block.kind === 'barcode').map(blockHtml),
    model.addressee.length === 0 ? '' : `<div class="addressee">${model.addressee.map((line) => div(escapeHtml(line))).join('')}</div>`,
    '</div>',
  ].join('');
}

function title(model: DocumentModel): string {
  const heading = model.title === '' ? '' : `<h1>${escapeHtml(model.title)}</h1>`;
  return heading !== '' && model.unofficialTranslation ? `${heading}${named('translation', model.furniture.translation)}` : heading;
}

function tail(model: DocumentModel): string {
  const notes = [model.printEvent, model.agreementNote].filter((text) => text !== '');
  return [
    model.attachments
      ? `<div class="lines"><div class="label">${escapeHtml(model.attachments.label)}</div>${model.attachments.lines.map((line) => div(escapeHtml(line))).join('')}</div>`
      : '',
    model.conditions.length === 0 ? '' : fieldsHtml(model.conditions, 'conditions'),
    named('third', model.thirdPartyRule),
    signatures(model),
    model.second
      ? `<section class="second" lang="${model.second.language}"><h1>${escapeHtml(model.second.title)}</h1>${named('translation', model.second.note)}${model.second.blocks.map(blockHtml).join('')}</section>`
      : '',
    notes.length === 0 ? '' : `<div class="notes">${notes.map((note) => div(escapeHtml(note))).join('')}</div>`,
  ].join('');
}

function signatures(model: DocumentModel): string {
  if (model.signatures.length === 0) return '';
  const lines = model.signatures.map(
    ({ post, name }) =>
      `<div class="signature"><div>${escapeHtml(post)}</div><div class="line"></div><div class="name">${escapeHtml(name)}</div></div>`,
  );
  return `<div class="signatures">${lines.join('')}${named('stamp', model.stamp)}</div>`;
}
