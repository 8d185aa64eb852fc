import { findingWords } from '#domains/cases/plan-model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import {
  type Block,
  cellOf,
  linesOf,
  type Paper,
  type Section,
  type Table,
} from '#platform/typesetting/paper.ts';
import type { Sitting } from './api.ts';
import type { ConferenceItem, Paper as ItemPaper } from './item-api.ts';
import type { Print } from './model.ts';

interface Bundle {
  readonly sitting: Sitting;
  /** What this attendee may be handed, in the order of the agenda: numbered from one, whatever else there is. */
  readonly items: readonly ConferenceItem[];
  readonly what: Print;
  readonly attendee: { readonly name: string; readonly office: string };
  readonly sample: boolean;
  readonly town: string;
}

/** The paper of one attendee. Nothing on it has to be blackened: what the attendee may not see is not there. */
export function presentBundle(bundle: Bundle): Paper {
  const { sitting, items, what, attendee, sample, town } = bundle;
  const day = formatDay(sitting.held_on);
  const title = what === 'papers' ? m.conferences_paper_title() : m.conferences_minutes_title();
  return {
    title,
    overline: town,
    motto: null,
    runningHead: m.conferences_paper_head({ title, day, name: attendee.name }),
    mark: sample ? { word: m.conferences_sample_word(), sentence: m.conferences_sample_sentence() } : null,
    facts: [
      {
        term: m.conferences_paper_for(),
        lines: [attendee.name, attendee.office].filter((line) => line !== ''),
      },
      { term: m.conferences_when(), lines: [m.conferences_day_time({ day, time: sitting.starts_at })] },
      { term: m.conferences_place(), lines: [sitting.place] },
      ...(items.some(({ sealed }) => sealed)
        ? [{ term: m.conferences_sealed_word(), lines: [m.conferences_paper_sealed()] }]
        : []),
    ],
    contentsTitle: m.conferences_paper_contents(),
    sections: [
      agendaSection(items),
      ...items.map((item, i) =>
        what === 'papers' ? papersSection(item, i + 1) : minutesSection(item, i + 1),
      ),
    ],
  };
}

function agendaSection(items: readonly ConferenceItem[]): Section {
  const table: Table = {
    kind: 'table',
    caption: m.conferences_agenda(),
    columns: [
      { head: m.conferences_number(), share: 1, align: 'end' },
      { head: m.conferences_kind(), share: 3, align: 'start' },
      { head: m.conferences_matter(), share: 5, align: 'start' },
      { head: m.conferences_caller(), share: 3, align: 'start' },
    ],
    rows: items.map((item, i) => [
      cellOf(String(i + 1), { head: true }),
      cellOf(item.kind.name),
      cellOf(item.matter?.title ?? ''),
      cellOf(item.body_name),
    ]),
    closing: [],
    dense: false,
    notes: [],
  };
  return { title: m.conferences_agenda(), newPage: false, blocks: [table] };
}

function papersSection(item: ConferenceItem, number: number): Section {
  const blocks: Block[] = [headOf(item), ...(item.matter ? textOf(item.matter, false) : [])];
  if (item.papers.length === 0) blocks.push(quiet(m.conferences_paper_none()));
  for (const paper of item.papers) blocks.push(...textOf(paper, true));
  return { title: titleOf(item, number), newPage: true, blocks };
}

function minutesSection(item: ConferenceItem, number: number): Section {
  const { minutes, findings, resources, roles, next_on } = item;
  const blocks: Block[] = [headOf(item)];
  if (minutes) blocks.push(...textOf(minutes, false));
  for (const { finding, words } of findings)
    blocks.push({
      kind: 'terms',
      items: [{ term: m.conferences_finding(), lines: [findingWords[finding](), ...(words ? [words] : [])] }],
    });
  for (const resource of resources) blocks.push(...textOf(resource, true));
  if (roles.length > 0) blocks.push(rolesTable(roles));
  if (next_on) blocks.push(quiet(m.conferences_next_says({ day: formatDay(next_on) })));
  return { title: titleOf(item, number), newPage: true, blocks };
}

function titleOf(item: ConferenceItem, number: number): string {
  return m.conferences_paper_item({ number, title: item.matter?.title ?? item.kind.name });
}

function headOf({ kind, seats, held_on }: ConferenceItem): Block {
  const there = held_on ? seats.filter(({ present }) => present) : seats;
  return {
    kind: 'terms',
    items: [
      { term: m.conferences_kind(), lines: [m.conferences_kind_law({ kind: kind.name, law: kind.law })] },
      {
        term: held_on ? m.conferences_present() : m.conferences_seats(),
        lines: there.map(({ name, office }) => m.conferences_seat_says({ name, office })),
      },
    ],
  };
}

function textOf({ title, words, body_name, file }: ItemPaper, titled: boolean): Block[] {
  return [
    ...(titled
      ? [{ kind: 'heading' as const, text: m.conferences_paper_from({ title, body: body_name }) }]
      : []),
    ...(words === '' ? [] : [{ kind: 'text' as const, lines: linesOf(words), quiet: false }]),
    ...(file ? [quiet(m.conferences_paper_with_file({ name: file.name }))] : []),
  ];
}

function rolesTable(roles: ConferenceItem['roles']): Table {
  return {
    kind: 'table',
    caption: m.conferences_roles(),
    columns: [
      m.conferences_role_who(),
      m.conferences_role_watches(),
      m.conferences_role_tells(),
      m.conferences_role_until(),
    ].map((head) => ({ head, share: 3, align: 'start' as const })),
    rows: roles
      .filter(({ ended }) => !ended)
      .map((line) => [
        cellOf(line.name, { head: true }),
        cellOf(line.watches),
        cellOf(line.tells),
        cellOf(line.until ? formatDay(line.until) : m.conferences_role_open()),
      ]),
    closing: [],
    dense: false,
    notes: [],
  };
}

function quiet(text: string): Block {
  return { kind: 'text', lines: linesOf(text), quiet: true };
}
