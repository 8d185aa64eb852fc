import { html, raw } from 'hono/html';
import { pageStyle } from './page-style.ts';
import type { Block, Cell, Figure, Line, Paper, Table, Terms } from './paper.ts';

type Markup = ReturnType<typeof html>;

/** The paper as one HTML file: no script, nothing loaded from elsewhere, and printing on A4 like the PDF. */
export async function writePage(paper: Paper): Promise<string> {
  const page = await html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${paper.title} | ${paper.overline}</title>
<style>${raw(pageStyle)}${raw(paper.landscape ? '@page { size: A4 landscape; }' : '')}</style>
</head>
<body>
<header>
${paper.mark ? html`<p class="mark"><strong>${paper.mark.word}</strong> ${paper.mark.sentence}</p>` : ''}
<p class="overline">${paper.overline}</p>
<h1>${paper.title}</h1>
${paper.motto === null ? '' : html`<p class="motto">${paper.motto}</p>`}
${writeTerms({ kind: 'terms', items: paper.facts })}
${
  paper.contentsTitle === null
    ? ''
    : html`<nav aria-labelledby="contents"><h2 id="contents">${paper.contentsTitle}</h2>
<ol>${paper.sections.map(({ title }, index) => html`<li><a href="#section-${index + 1}">${title}</a></li>`)}</ol></nav>`
}
</header>
<main>
${paper.sections.map(
  ({ title, newPage, blocks }, index) => html`<section class="${newPage ? 'new-page' : ''}">
<h2 id="section-${index + 1}"><span class="number">${index + 1}</span> ${title}</h2>
${blocks.map(writeBlock)}</section>
`,
)}</main>
</body>
</html>
`;
  return page.toString();
}

function writeBlock(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>\n`;
    case 'text':
      return html`<div class="${block.quiet ? 'quiet' : ''}">${writeLines(block.lines)}</div>\n`;
    case 'table':
      return writeTable(block);
    case 'figure':
      return writeFigure(block);
    case 'terms':
      return writeTerms(block);
  }
}

function writeTable({ caption, columns, rows, closing, dense, notes }: Table): Markup {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const width = (share: number) => `${Math.round((share / whole) * 1000) / 10}%`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table class="${dense ? 'dense' : ''}"><caption>${caption}</caption>
<colgroup>${columns.map(({ share }) => html`<col width="${width(share)}">`)}</colgroup>
<thead><tr>${columns.map(({ head, align }) => html`<th scope="col" class="${align}">${head}</th>`)}</tr></thead>
<tbody>${writeRows(rows, columns)}</tbody>
${closing.length > 0 ? html`<tfoot>${writeRows(closing, columns)}</tfoot>` : ''}</table></div>
${notes.length > 0 ? html`<ul class="quiet">${notes.map((note) => html`<li>${note}</li>`)}</ul>` : ''}
`;
}

function writeRows(rows: Cell[][], columns: Table['columns']): Markup[] {
  // How many more rows each column is covered by a cell from above.
  const covered = columns.map(() => 0);
  return rows.map((row) => {
    let column = 0;
    const cells = row.map((cell) => {
      while ((covered[column] ?? 0) > 0) column++;
      const markup = writeCell(cell, columns[column]?.align ?? 'start');
      covered.fill(cell.rows, column, column + cell.columns);
      column += cell.columns;
      return markup;
    });
    covered.forEach((left, index) => {
      covered[index] = Math.max(0, left - 1);
    });
    return html`<tr>${cells}</tr>\n`;
  });
}

function writeCell(cell: Cell, align: string): Markup {
  const content = html`${writeLines(cell.lines)}${cell.notes.map((note) => html`<p class="quiet">${note}</p>`)}`;
  const look = cell.strong ? `${align} strong` : align;
  if (!cell.head)
    return html`<td class="${look}" rowspan="${cell.rows}" colspan="${cell.columns}">${content}</td>`;
  const scope = cell.rows > 1 ? 'rowgroup' : 'row';
  return html`<th scope="${scope}" class="${look}" rowspan="${cell.rows}" colspan="${cell.columns}">${content}</th>`;
}

function writeLines(lines: readonly Line[]): Markup[] {
  return lines.map(({ text, item }, index) => {
    if (!item) return html`<p>${text}</p>`;
    const opens = lines[index - 1]?.item ? '' : raw('<ul>');
    const closes = lines[index + 1]?.item ? '' : raw('</ul>');
    return html`${opens}<li>${text}</li>${closes}`;
  });
}

function writeFigure({ svg, caption }: Figure): Markup {
  return html`<figure><figcaption>${caption}</figcaption>${raw(svg)}</figure>\n`;
}

function writeTerms({ items }: Terms): Markup {
  const item = ({ term, lines }: Terms['items'][number]) =>
    html`<div><dt>${term}</dt>${lines.map((line) => html`<dd>${line}</dd>`)}</div>`;
  return html`<dl>${items.map(item)}</dl>\n`;
}
