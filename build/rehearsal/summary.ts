import { version } from '#main/version.ts';
import { rehearsalStart } from './clock.ts';
import type { Done, Record } from './record.ts';

export interface Summary {
  readonly record: Record;
  readonly failure: string | undefined;
  readonly seconds: number;
  /** How many steps there are in all. */
  readonly of: number;
  readonly on: Date;
  /** The browser that showed the window, as it names itself. */
  readonly browser: string;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One page, plain HTML and CSS, no script: what was done, with its pictures and papers by relative links. */
export function summaryOf(summary: Summary): string {
  const { record, failure, seconds, of, on, browser } = summary;
  const done = record.steps.filter((step) => step.failure === undefined).length;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Grif ${version}: rehearsal</title>
<style>${style}</style>
</head>
<body>
<p class="fictional">FICTIONAL: bodies, persons, numbers, places and events are all invented.</p>
<h1>Grif ${version}: rehearsal of the main job</h1>
<p class="${failure === undefined ? 'good' : 'bad'}">${failure === undefined ? `All ${String(of)} steps were played.` : `Stopped ${record.steps.length === 0 ? 'before the first step' : `at step ${String(record.steps.length)} of ${String(of)}`}: ${escape(failure)}`}</p>
<dl>
${rows([
  ['When', `${on.toISOString().slice(0, 16).replace('T', ' ')} UTC, in ${seconds.toFixed(0)} s; ${String(done)} of ${String(of)} steps`],
  ['Program', `Grif ${version}, real main and real vault in a temporary folder, the built screens in ${browser}, without a display`],
  ['Runtime', `Node ${process.versions.node}, ${process.platform}-${process.arch}, ${process.getuid?.() === 0 ? 'as root (the browser unsandboxed)' : 'as an ordinary user (the browser sandboxed)'}`],
  ['Clock', `set to ${rehearsalStart.replace('T', ' ')} at the start, so that the pictures repeat; nothing else is put in for the real thing`],
  ['Officers', record.facts.get('officers')],
])}
</dl>
<h2>The sealed package</h2>
${record.facts.has('package') ? packageOf(record) : '<p>None was sealed.</p>'}
<h2>The journal</h2>
${record.facts.has('journal') ? journalOf(record) : '<p>It was not verified.</p>'}
<h2>Documents</h2>
${record.papers.length > 0 ? papersOf(record) : '<p>None was made.</p>'}
<h2>Step by step</h2>
${record.steps.map(stepOf).join('\n')}
</body>
</html>
`;
}

function packageOf({ facts }: Record): string {
  const file = facts.get('packageFile');
  return `<dl>
${rows([['Package', facts.get('package')], ['Written outside', facts.get('outside')], ['Opened again and verified', facts.get('verified')]])}
${file === undefined ? '' : `<dt>File</dt><dd><a href="${escape(encodeURI(file))}">${escape(file)}</a></dd>`}
</dl>
${facts.has('label') ? `<p>Its labels, of the inner and the outer envelope (P4), as text:</p><pre>${escape(facts.get('label') ?? '')}</pre>` : ''}`;
}

function journalOf({ facts }: Record): string {
  const file = facts.get('journalFile');
  return `<dl>
${rows([['Verified', facts.get('journal')], ['Exported', facts.get('journalHead')]])}
${file === undefined ? '' : `<dt>File</dt><dd><a href="${escape(encodeURI(file))}">${escape(file)}</a></dd>`}
</dl>`;
}

function papersOf({ papers }: Record): string {
  const lines = papers.map(({ form, number, pages, file, text }) => `<tr><td>${escape(form)}</td><td>${escape(number)}</td><td>${String(pages)}</td>`
    + `<td><a href="${escape(encodeURI(file))}">PDF</a></td><td>${text === undefined ? '' : `<a href="${escape(encodeURI(text))}">text</a>`}</td></tr>`);
  return `<table><thead><tr><th>Form</th><th>Number</th><th>Pages</th><th colspan="2">Files</th></tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
}

function stepOf({ title, lines, pictures, seconds, failure }: Done, at: number): string {
  return `<section>
<h3>${String(at + 1)}. ${escape(title)} <small>${seconds.toFixed(1)} s</small></h3>
${lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>` : ''}
${failure === undefined ? '' : `<p class="bad">Failed: ${escape(failure)}</p>`}
<div class="pictures">${pictures.map(({ file, caption }) => `<figure><a href="${escape(encodeURI(file))}"><img src="${escape(encodeURI(file))}" alt="${escape(caption)}" loading="lazy"></a><figcaption>${escape(caption)}</figcaption></figure>`).join('\n')}</div>
</section>`;
}

const rows = (pairs: readonly (readonly [string, string | undefined])[]): string =>
  pairs.filter(([, value]) => value !== undefined).map(([name, value = '']) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('\n');

const style = `
body { font: 15px/1.5 system-ui, sans-serif; color: #1b2430; max-width: 1100px; margin: 0 auto; padding: 24px; }
h1 { font-size: 24px; } h2 { font-size: 19px; margin-top: 32px; border-bottom: 1px solid #c9d1da; } h3 { font-size: 16px; margin: 24px 0 4px; }
small { color: #5a6675; font-weight: normal; }
.fictional { background: #fff3c4; border: 1px solid #d9b84a; padding: 8px 12px; font-weight: 600; }
.good { background: #e2f3e6; padding: 8px 12px; } .bad { background: #fde5e5; padding: 8px 12px; white-space: pre-wrap; }
dl { display: grid; grid-template-columns: 200px 1fr; gap: 4px 16px; } dt { color: #5a6675; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; } td, th { border: 1px solid #c9d1da; padding: 4px 10px; text-align: left; }
pre { background: #f4f6f8; padding: 12px; overflow-x: auto; white-space: pre-wrap; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)); gap: 12px; }
figure { margin: 0; } img { width: 100%; border: 1px solid #c9d1da; } figcaption { font-size: 13px; color: #5a6675; }
`;
