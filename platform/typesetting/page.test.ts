import { expect, it } from 'vitest';
import { writePage } from './page.ts';
import { cellOf, linesOf, type Paper } from './paper.ts';

const column = { head: '欄', share: 1, align: 'start' as const };

function paperOf(blocks: Paper['sections'][number]['blocks']): Paper {
  const sections = [{ title: '表', newPage: false, blocks }];
  return {
    title: '題',
    overline: '町',
    motto: null,
    runningHead: '',
    mark: null,
    facts: [],
    contentsTitle: '目次',
    sections,
  };
}

it('a page runs nothing and loads nothing', async () => {
  const figure = {
    kind: 'figure' as const,
    svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    alternative: '',
    caption: '図',
    columns: [],
    rows: [],
  };
  const page = await writePage(paperOf([figure]));
  expect(page).not.toMatch(/<script|<link|@import|url\(|\ssrc=|\son\w+=|\sstyle=/);
  expect(page).toContain('<html lang="ja">');
});

it('a typed text is never markup', async () => {
  const text = '<img src=x onerror=alert(1)> & "引用"';
  const page = await writePage(paperOf([{ kind: 'text', lines: linesOf(text), quiet: false }]));
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;引用&quot;');
});

it('a cell that spans rows heads them, and the cells below keep their own column', async () => {
  const columns = [column, { ...column, align: 'end' as const }, { ...column, align: 'center' as const }];
  const rows = [
    [cellOf('群', { rows: 2, head: true }), cellOf('一'), cellOf('二')],
    [cellOf('三'), cellOf('四')],
  ];
  const page = await writePage(
    paperOf([{ kind: 'table', caption: '表', columns, rows, closing: [], dense: false, notes: [] }]),
  );
  expect(page).toContain('<th scope="rowgroup" class="start" rowspan="2" colspan="1"><p>群</p></th>');
  expect(page).toContain('<td class="end" rowspan="1" colspan="1"><p>三</p></td>');
  expect(page).toContain('<td class="center" rowspan="1" colspan="1"><p>四</p></td>');
});

it('consecutive items make one list', async () => {
  const page = await writePage(
    paperOf([{ kind: 'text', lines: linesOf('前\n・一\n・二\n後'), quiet: false }]),
  );
  expect(page).toContain('<p>前</p><ul><li>一</li><li>二</li></ul><p>後</p>');
});
