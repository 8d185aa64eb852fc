import type { CodeEntry } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay, formatEraDay } from '#platform/calendar.ts';
import { cellOf, linesOf, type Paper } from '#platform/typesetting/paper.ts';
import { noteOutcomeWords, sayWay, sayWith } from './note-model.ts';
import type { WrittenNote } from './note-queries.ts';

/** 支援経過記録（一覧）: its columns, the same in every form. */
export function noteHeadings(): string[] {
  return [
    m.cases_label_noted_on(),
    m.cases_label_by(),
    m.cases_label_person(),
    m.cases_label_way(),
    m.cases_label_with(),
    m.cases_label_outcome(),
    m.cases_label_words(),
    m.cases_label_judgement(),
    m.cases_label_next(),
  ];
}

export function noteTable(notes: readonly WrittenNote[], codes: readonly CodeEntry[]): string[][] {
  return notes.map((note) => [
    writeWhen(note),
    note.by ?? '',
    note.person ?? m.cases_whole_household(),
    sayWay(note, codes),
    sayWith(note, codes),
    noteOutcomeWords[note.outcome](),
    note.words,
    note.judgement ?? '',
    writeNext(note),
  ]);
}

export function writeWhen({ noted_on, at_time }: Pick<WrittenNote, 'noted_on' | 'at_time'>): string {
  return at_time === null
    ? formatDay(noted_on)
    : m.cases_note_when({ day: formatDay(noted_on), time: at_time });
}

/** What was promised next, and for when. */
export function writeNext({ next_plan, next_on }: Pick<WrittenNote, 'next_plan' | 'next_on'>): string {
  if (next_on === null) return next_plan ?? '';
  return m.cases_note_next({ day: formatDay(next_on), plan: next_plan ?? '' });
}

export interface PrintedNotes {
  readonly title: string;
  readonly holder: string;
  readonly notes: readonly WrittenNote[];
  /** The town's lists. */
  readonly codes: readonly CodeEntry[];
  readonly sample: boolean;
  readonly today: string;
}

/** The list on paper, across an A4 page. */
export function presentNotes({ title, holder, notes, codes, sample, today }: PrintedNotes): Paper {
  const shares = [3, 2, 2, 2, 2, 3, 9, 4, 4];
  return {
    title,
    overline: holder,
    motto: null,
    runningHead: `${holder} ${title}`,
    mark: sample ? { word: m.cases_sample_word(), sentence: m.cases_sample_sentence() } : null,
    facts: [
      { term: m.cases_printed_on(), lines: [formatEraDay(today)] },
      { term: m.cases_printed_notes(), lines: [m.cases_printed_n({ n: notes.length })] },
    ],
    contentsTitle: m.cases_printed_contents(),
    landscape: true,
    sections: [
      {
        title: m.cases_notes_sheet(),
        newPage: false,
        blocks: [
          {
            kind: 'table',
            caption: m.cases_notes_sheet(),
            columns: noteHeadings().map((head, i) => ({
              head,
              share: shares[i] ?? 2,
              align: 'start' as const,
            })),
            rows: noteTable(notes, codes).map((row) =>
              row.map((text, i) =>
                i === 6 ? { ...cellOf(''), lines: linesOf(text) } : cellOf(text, { head: i === 0 }),
              ),
            ),
            closing: [],
            dense: true,
            notes: [],
          },
        ],
      },
    ],
  };
}
