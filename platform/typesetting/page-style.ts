/** The look of a page, kept close to `paper.typ`: readable on a screen and on A4. */
export const pageStyle = `
:root { color: #1a1a1a; background: #fff; line-height: 1.7;
  font-family: "Noto Sans JP", "Hiragino Sans", "BIZ UDPGothic", "Yu Gothic", Meiryo, sans-serif; }
body { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { word-break: auto-phrase; font-size: 2rem; line-height: 1.4; color: #0017c1; margin: 0.25rem 0; }
h2 { font-size: 1.5rem; line-height: 1.5; margin: 3rem 0 1.25rem; }
section > h2 { color: #0017c1; border-bottom: 2px solid #0017c1; }
section > h2 .number { margin-right: 0.5em; }
h3 { font-size: 1.125rem; margin: 2rem 0 0.75rem; }
p, ul { margin: 0.5rem 0; }
a { color: #0017c1; text-underline-offset: 0.2em; }
a:focus-visible, .scroll:focus-visible { outline: 4px solid #1a1a1a; outline-offset: 2px; background: #ffe880; }
.mark { border: 1px solid #1a1a1a; padding: 0.5rem 0.75rem; }
.mark strong { margin-right: 0.75em; }
.overline { color: #4d4d4d; margin-bottom: 0; }
.motto { font-size: 1.25rem; }
.quiet { color: #4d4d4d; font-size: 0.875em; }
ul.quiet { padding-left: 1.25em; }
dl { margin: 1rem 0; border-bottom: 1px solid #b3b3b3; }
dl div { border-top: 1px solid #b3b3b3; padding: 0.4rem 0; display: grid; grid-template-columns: 9rem 1fr; }
dt { color: #4d4d4d; grid-row: span 9; }
dd { margin: 0; grid-column: 2; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 40rem; }
caption, figcaption { text-align: left; font-weight: 700; padding: 0.5rem 0; }
th, td { padding: 0.5rem; vertical-align: top; text-align: left; font-weight: 400; border-bottom: 1px solid #b3b3b3; }
thead th { background: #e8f1fe; font-weight: 700; border-bottom: 2px solid #0017c1; vertical-align: middle; }
tfoot th, tfoot td { border-top: 2px solid #1a1a1a; }
th p, td p { margin: 0 0 0.25rem; }
th ul, td ul { margin: 0; padding-left: 1.25em; }
.end { text-align: right; }
td.end p:not(.quiet) { white-space: nowrap; }
.center { text-align: center; }
.strong { font-weight: 700; }
td .quiet, th .quiet { font-weight: 400; }
.dense { font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.dense th, .dense td { padding: 0.2rem 0.3rem; white-space: nowrap; }
.dense p { margin: 0; }
figure { margin: 1.5rem 0; }
figure svg { display: block; width: 100%; max-width: 48rem; height: auto; }
@media (max-width: 40rem) { dl div { grid-template-columns: 1fr; } dd { grid-column: 1; } dt { grid-row: auto; } }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  :root { font-size: 10.5pt; line-height: 1.5; }
  body { max-width: none; padding: 0; }
  h2 { margin-top: 1.5rem; }
  section.new-page { break-before: page; }
  h2, h3, caption, figcaption { break-after: avoid; }
  tr, figure, dl div { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { min-width: 0; }
  .scroll:has(.dense) { break-before: page; }
  .dense { font-size: 7.5pt; line-height: 1.3; }
  .dense th, .dense td { padding: 1.2pt 2pt; }
  tfoot { display: table-row-group; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; }
}
`;
