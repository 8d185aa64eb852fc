import * as m from '#messages';
import { type Day, formatDay } from '#platform/calendar.ts';
import { cellOf, type Paper } from '#platform/typesetting/paper.ts';

interface Ledger {
  readonly title: string;
  /** Which year or span it is about, as it is read. */
  readonly period: string;
  readonly town: string;
  readonly sample: boolean;
  readonly today: Day;
  readonly heads: readonly { readonly head: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
  /** What is said where there is no row. */
  readonly empty: string;
}

/** A ledger printed across A4: one table of texts. */
export function ledgerPaper({ title, period, town, sample, today, heads, rows, empty }: Ledger): Paper {
  return {
    title,
    overline: town,
    motto: null,
    runningHead: m.consent_ledger_head({ town, title, period }),
    mark: sample ? { word: m.consent_sample(), sentence: m.consent_sample_sentence() } : null,
    facts: [
      { term: m.consent_ledger_period(), lines: [period] },
      { term: m.consent_ledger_rows(), lines: [m.consent_count({ n: rows.length })] },
      { term: m.consent_ledger_printed(), lines: [formatDay(today)] },
    ],
    contentsTitle: m.consent_ledger_contents(),
    landscape: true,
    sections: [
      {
        title,
        newPage: false,
        blocks:
          rows.length === 0
            ? [{ kind: 'text', lines: [{ text: empty, item: false }], quiet: false }]
            : [
                {
                  kind: 'table',
                  caption: title,
                  columns: heads.map(({ head, share }) => ({ head, share, align: 'start' as const })),
                  rows: rows.map((cells) => cells.map((text) => cellOf(text))),
                  closing: [],
                  dense: true,
                  notes: [],
                },
              ],
      },
    ],
  };
}
