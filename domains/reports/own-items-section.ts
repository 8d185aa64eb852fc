import { isChosen } from '#domains/items/model.ts';
import * as m from '#messages';
import { cellOf, type Section, type Table } from '#platform/typesetting/paper.ts';
import type { ProgressReport } from './progress-model.ts';

/**
 * 独自の項目のまとめ: of each list the town itself asked, how many of the confirmed projects chose what. Projects are
 * counted, never persons. Null where no list was asked.
 */
export function ownItemsSection(report: ProgressReport): Section | null {
  const blocks = report.gathering.own_items.filter(({ kind }) => isChosen(kind)).map(countsTable(report));
  return blocks.length === 0 ? null : { title: m.reports_progress_own_title(), newPage: true, blocks };
}

type OwnItem = ProgressReport['gathering']['own_items'][number];

function countsTable({ gathering }: ProgressReport): (item: OwnItem) => Table {
  const confirmed = gathering.answers.filter(({ answer }) => answer !== null);
  return ({ id, label, section, kind, options }) => {
    const said = confirmed.flatMap(({ own }) => own.find((one) => one.id === id)?.said ?? []);
    const answered = confirmed.filter(({ own }) => own.some((one) => one.id === id)).length;
    return {
      kind: 'table',
      caption: m.reports_progress_own_caption({
        label: section === null ? label : m.reports_progress_own({ label: section, said: label }),
        answered,
        all: confirmed.length,
      }),
      columns: [
        { head: m.reports_progress_own_option(), share: 70, align: 'start' },
        { head: m.reports_progress_projects(), share: 30, align: 'end' },
      ],
      rows: options.map((option) => [
        cellOf(option, { head: true }),
        cellOf(String(said.filter((one) => one === option).length)),
      ]),
      closing: [],
      dense: false,
      notes: kind === 'choices' ? [m.reports_progress_own_several()] : [],
    };
  };
}
