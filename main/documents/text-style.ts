/** The look of a paper: black on white, one family, quiet. Lengths are those of the sheet. */
export const textStyle = `
* { box-sizing: border-box; }
html { font: 10.5pt/1.4 'Noto Sans'; color: #000; background: #fff; font-synthesis: none; -webkit-print-color-adjust: exact; }
body { margin: 0; overflow-wrap: anywhere; white-space: pre-line; hyphens: manual; }
.demonstration { position: fixed; z-index: -1; inset: 0; display: grid; place-items: center; }
.demonstration span { transform: rotate(-38deg); font-size: 32pt; font-weight: 700; color: #ececec; white-space: nowrap; }
.head { display: grid; grid-template-columns: 46% 46%; justify-content: space-between; gap: 6mm 0; margin-bottom: 9mm; white-space: normal; }
.centre { font-size: 8.5pt; line-height: 1.3; text-align: center; }
.centre .place { margin-top: 1.5mm; }
.rule { border-top: 0.75pt solid #000; margin: 2mm 0 1.5mm; }
.reference { text-align: center; font-size: 9.5pt; }
.landscape .head { grid-template-columns: 54% 40%; margin-bottom: 3mm; }
.marks { text-align: right; }
.grif { font-size: 12pt; font-weight: 700; }
.remark { font-size: 9pt; }
.copy { margin-top: 0.5mm; }
.addressee { grid-column: 2; margin-top: 4mm; }
.addressee div:first-child { font-weight: 700; }
h1 { font-size: 12.5pt; line-height: 1.3; text-align: center; margin: 0 0 6mm; break-after: avoid; }
.translation { text-align: center; font-size: 9pt; margin: -4.5mm 0 6mm; break-after: avoid; }
h2 { font-size: 10.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
p { margin: 0 0 3mm; text-align: justify; text-indent: 10mm; orphans: 2; widows: 2; }
dl { display: grid; grid-template-columns: 34% 1fr; margin: 0 0 4mm; border-top: 0.5pt solid #999; }
dt, dd { break-inside: avoid; margin: 0; padding: 0.7mm 0; border-bottom: 0.5pt solid #999; unicode-bidi: isolate; }
dt { padding-right: 4mm; font-size: 9.5pt; }
dd { min-height: 1.4em; }
dd.verbatim { font-weight: 700; white-space: pre-wrap; }
table { width: calc(100% - 1px); border-collapse: collapse; table-layout: fixed; margin: 0 0 4mm; font-size: 9pt; line-height: 1.3; white-space: normal; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1mm 1.5mm; vertical-align: top; text-align: left; unicode-bidi: isolate; }
th { font-weight: 700; font-size: 8.5pt; overflow-wrap: normal; }
td.right { text-align: right; }
td.centre { text-align: center; }
td.code { font-size: 7pt; line-height: 1.35; }
.lines { margin: 0 0 4mm; }
.lines .label { font-weight: 700; }
.conditions { font-size: 9.5pt; }
.third { border: 0.5pt solid #000; padding: 2mm 3mm; margin: 0 0 4mm; font-size: 9pt; break-inside: avoid; }
.signatures { margin-top: 9mm; break-inside: avoid; white-space: normal; }
.landscape .signatures { margin-top: 5mm; }
.signature { display: grid; grid-template-columns: 1fr 42mm 1fr; column-gap: 5mm; align-items: end; margin-bottom: 5mm; }
.signature .line, .signature .name:empty { border-bottom: 0.5pt solid #000; height: 6mm; }
.stamp { color: #000; margin-top: 2mm; }
.second { border-top: 0.75pt solid #000; margin-top: 8mm; padding-top: 5mm; }
.notes { margin-top: 6mm; font-size: 8pt; break-inside: avoid; }
.barcode { grid-column: 2; justify-self: end; width: 52mm; text-align: center; font-size: 8.5pt; }
.barcode img { width: 100%; height: 10mm; display: block; }
.code-line { display: grid; grid-template-columns: 20mm 1fr; align-items: center; margin: 0 0 2.5mm; break-inside: avoid; }
.code-line img { width: 96mm; height: 8mm; display: block; }
.code-line .digits { font-size: 11pt; letter-spacing: 0.5pt; white-space: pre; }
.matrices { display: grid; grid-template-columns: repeat(4, 1fr); gap: 5mm 4mm; margin: 0 0 4mm; font-size: 8pt; line-height: 1.25; text-align: center; }
.matrices div { break-inside: avoid; }
.matrices img { width: 32mm; height: 32mm; display: block; margin: 0 auto 1mm; }
.blank { height: 7mm; border-bottom: 0.5pt solid #000; }
.back { page: back; break-before: page; display: flex; flex-direction: column; justify-content: flex-end; min-height: 235mm; font-size: 9.5pt; }
.landscape .back { min-height: 150mm; }
.back div { line-height: 1.6; }
.label-sheet { position: relative; width: 148mm; height: 105mm; border: 0.5pt dashed #000; padding: 8mm 10mm; white-space: normal; display: flex; flex-direction: column; }
.label-sheet + .label-sheet { break-before: page; }
.label-sheet .top { display: flex; justify-content: space-between; align-items: baseline; font-size: 9pt; min-height: 8mm; }
.label-sheet .grif { font-size: 16pt; }
.label-sheet .number { font-size: 17pt; font-weight: 700; margin: 1mm 0 5mm; }
.label-sheet .to { font-size: 10pt; }
.label-sheet .line { font-size: 15pt; font-weight: 700; line-height: 1.3; }
.label-sheet .note { margin-top: 3mm; font-size: 11pt; }
.label-sheet .codes { margin-top: auto; text-align: center; display: flex; justify-content: space-between; align-items: end; font-size: 9pt; }
.label-sheet .codes .bars { width: 62mm; height: 12mm; display: block; }
.label-sheet .codes .matrix { width: 15mm; height: 15mm; display: block; }
`;
