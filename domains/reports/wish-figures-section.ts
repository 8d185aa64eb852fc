import { wishFigureWords, wordTies } from '#domains/wishes/figure-model.ts';
import * as m from '#messages';
import { cellOf, lineOf, type Section } from '#platform/typesetting/paper.ts';
import type { ProgressReport } from './progress-model.ts';

/** 叶え合いの数 of the year, as they were when it was gathered; null where none were kept. Nobody is in it. */
export function wishFiguresSection({ wishFigures: figures }: ProgressReport): Section | null {
  if (figures.length === 0) return null;
  const title = m.reports_wish_figures_title();
  const lead = { kind: 'text' as const, lines: [lineOf(m.reports_wish_figures_lead())], quiet: true };
  if (figures.every(({ value }) => value === 0)) {
    const lines = [lineOf(m.reports_wish_figures_none())];
    return { title, newPage: false, blocks: [lead, { kind: 'text', lines, quiet: false }] };
  }
  return {
    title,
    newPage: false,
    blocks: [
      lead,
      {
        kind: 'table',
        caption: m.reports_wish_figures_caption(),
        columns: [
          { head: m.reports_wish_figures_what(), share: 70, align: 'start' },
          { head: m.reports_wish_figures_n(), share: 30, align: 'end' },
        ],
        rows: figures.map(({ figure, value }) => {
          const { label, count } = wishFigureWords[figure];
          return [
            cellOf(label(), { head: true }),
            cellOf(value === null ? m.reports_wish_figures_small() : count(value)),
          ];
        }),
        closing: [],
        dense: false,
        notes: [...new Set(figures.map(({ definition }) => wordTies(definition)))],
      },
    ],
  };
}
