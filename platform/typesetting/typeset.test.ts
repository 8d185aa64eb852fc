import { describe, expect, it } from 'vitest';
import { cellOf, linesOf, type Paper } from './paper.ts';
import { textOfPdf } from './pdf-text.ts';
import { printPaper } from './print.ts';
import { typeset } from './typeset.ts';

const paper: Paper = {
  title: '題',
  overline: '町',
  motto: null,
  runningHead: '町の題',
  mark: { word: '見本', sentence: '見本です。' },
  facts: [{ term: '日', lines: ['2026年2月2日'] }],
  contentsTitle: '目次',
  sections: [
    { title: 'はじめ', newPage: true, blocks: [{ kind: 'text', lines: linesOf('本文'), quiet: false }] },
  ],
};

function withText(text: string): Paper {
  const blocks = [{ kind: 'text' as const, lines: linesOf(text), quiet: false }];
  return { ...paper, sections: [{ title: 'はじめ', newPage: true, blocks }] };
}

describe('the press', () => {
  it('prints a tagged PDF/UA-1 with its title', async () => {
    const pdf = Buffer.from(await printPaper(paper)).toString('latin1');
    expect(pdf).toContain('<pdfuaid:part>1<');
    expect(pdf).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
    expect(pdf).toContain('/Lang (ja-JP)');
  });

  it('names the sections before them only under words that say so', async () => {
    const titled = async (contentsTitle: string | null) =>
      textOfPdf(await printPaper({ ...paper, contentsTitle }))
        .join('')
        .split('はじめ').length - 1;
    expect(await titled('目次')).toBe(2);
    expect(await titled(null)).toBe(1);
    await expect(titled('')).rejects.toThrow(/contentsTitle/);
  });

  it('prints the same bytes for the same paper', async () => {
    const [first, second] = [await printPaper(paper), await printPaper(structuredClone(paper))];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('gives each of many callers the paper that was asked for', async () => {
    const words = Array.from({ length: 12 }, (_, index) => `${index + 100}番目`);
    const printed = await Promise.all(words.map((word) => printPaper(withText(word))));
    printed.forEach((pdf, index) => {
      expect(textOfPdf(pdf).join('')).toContain(words[index]);
    });
  });

  it('prints what looks like its own language as plain text', async () => {
    const text = '#panic("x") = 見出し *太字* $x$ <tag> \\u{41} 髙﨑𠮷';
    const pages = textOfPdf(await printPaper(withText(text)));
    expect(pages.join('')).toContain(text);
  });

  it('says where a template is wrong and goes on printing', async () => {
    const wrong = typeset({ template: '#platform/typesetting/paper.typ', data: { title: 'only this' } });
    await expect(wrong).rejects.toThrow(/paper\.typ.*overline/);
    expect((await printPaper(paper)).length).toBeGreaterThan(1000);
  });

  it('loses nothing of what is longer than a page', async () => {
    const long = `${'長い文章です。'.repeat(800)}おわり`;
    const columns = ['名前', '評価'].map((head) => ({ head, share: 1, align: 'start' as const }));
    const rows = [
      [cellOf('短い', { rows: 2 }), cellOf(long)],
      [cellOf(long)],
      [cellOf(long), cellOf('短い')],
    ];
    const table = {
      kind: 'table' as const,
      caption: '表',
      columns,
      rows,
      closing: [],
      dense: false,
      notes: [],
    };
    const terms = { kind: 'terms' as const, items: [{ term: '数え方', lines: [long, long] }] };
    const sections = [{ title: '表', newPage: true, blocks: [table, terms] }];
    const pages = textOfPdf(await printPaper({ ...paper, sections }));
    // What runs over the edge is still in the file: a page that holds more than fits has lost it.
    for (const page of pages) expect(page.length).toBeLessThan(3000);
    const text = pages.join('');
    expect(text.match(/おわり/g)).toHaveLength(5);
    expect(text.match(/長/g)).toHaveLength(5 * 800);
  });

  it('repeats the head of a table on every page it needs', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [cellOf(`行${index}`), cellOf(`${index}件`)]);
    const columns = ['名前', '数'].map((head) => ({
      head: `${head}の欄`,
      share: 1,
      align: 'start' as const,
    }));
    const table = {
      kind: 'table' as const,
      caption: '表',
      columns,
      rows,
      closing: [],
      dense: false,
      notes: [],
    };
    const pages = textOfPdf(
      await printPaper({ ...paper, sections: [{ title: '表', newPage: true, blocks: [table] }] }),
    );
    const withRows = pages.filter((page) => page.includes('行'));
    expect(withRows.length).toBeGreaterThan(2);
    for (const page of withRows) expect(page).toContain('名前の欄');
  });
});

it('a typed text becomes paragraphs and items', () => {
  expect(linesOf('はじめに\n\n・ひとつ\n- ふたつ\n-3度は数')).toEqual([
    { text: 'はじめに', item: false },
    { text: 'ひとつ', item: true },
    { text: 'ふたつ', item: true },
    { text: '-3度は数', item: false },
  ]);
});
