import * as m from '#messages';
import type { CountedColumn, CountedTable, ReturnCode } from './model.ts';

/**
 * What is counted until a town says otherwise: version 0. It follows what is usually asked for, and each town has to compare it
 * with the form it is sent.
 */
export function usualTables(code: ReturnCode): CountedTable[] {
  return usual[code]();
}

type Where = CountedColumn['where'];

function things(
  code: string,
  wording: string,
  source: CountedColumn['source'],
  where: Where = {},
): CountedColumn {
  return { code, wording, unit: m.returns_unit_things(), source, show: 'things', where };
}

function persons(
  code: string,
  wording: string,
  source: CountedColumn['source'],
  where: Where = {},
): CountedColumn {
  return { code, wording, unit: m.returns_unit_persons(), source, show: 'persons', where };
}

/** 新規 / 延べ / 実人数, side by side. */
const threeColumns = () => [
  things('new', m.returns_column_new(), 'intakes'),
  things('all', m.returns_column_all(), 'contacts'),
  persons('persons', m.returns_column_persons(), 'contacts'),
];

/** What keeps in touch with somebody who has not agreed to anything yet. */
const reachingOut: Where = { outcome: ['attempt', 'declined', 'kept_touch'] };

const usual: Record<ReturnCode, () => CountedTable[]> = {
  consultations: () => [
    {
      code: 'by_month',
      wording: m.returns_table_by_month(),
      rows: 'month',
      columns: [...threeColumns(), things('reaching', m.returns_column_reaching(), 'notes', reachingOut)],
    },
    {
      code: 'by_work',
      wording: m.returns_table_by_work(),
      rows: 'work',
      columns: [
        things('all', m.returns_column_all(), 'contacts'),
        persons('persons', m.returns_column_persons(), 'contacts'),
      ],
    },
    { code: 'by_body', wording: m.returns_table_by_body(), rows: 'body', columns: threeColumns() },
  ],
  comprehensive: () => [
    { code: 'by_body', wording: m.returns_table_by_body(), rows: 'body', columns: threeColumns() },
    { code: 'by_worry', wording: m.returns_table_by_worry(), rows: 'worry', columns: threeColumns() },
    {
      code: 'by_route',
      wording: m.returns_table_by_route(),
      rows: 'route',
      columns: [things('new', m.returns_column_new(), 'intakes')],
    },
  ],
  coordination: () => [
    {
      code: 'plans',
      wording: m.returns_table_plans(),
      rows: 'body',
      columns: [
        things('cases', m.returns_column_cases(), 'cases'),
        things('first', m.returns_column_plans_first(), 'plans', { kind: ['multi_agency'], turn: ['first'] }),
        things('again', m.returns_column_plans_again(), 'plans', { kind: ['multi_agency'], turn: ['again'] }),
        things('decided', m.returns_column_decided(), 'decisions', {
          kind: ['multi_agency'],
          decision: ['yes'],
        }),
        things('ended', m.returns_column_ended(), 'endings', { kind: ['multi_agency'], outcome: ['ended'] }),
        things('broken_off', m.returns_column_broken_off(), 'endings', {
          kind: ['multi_agency'],
          outcome: ['broken_off'],
        }),
      ],
    },
    {
      code: 'self_support',
      wording: m.returns_table_self_support(),
      rows: 'body',
      columns: [
        things('first', m.returns_column_plans_first(), 'plans', { kind: ['self_support'], turn: ['first'] }),
        things('again', m.returns_column_plans_again(), 'plans', { kind: ['self_support'], turn: ['again'] }),
        things('decided', m.returns_column_decided(), 'decisions', {
          kind: ['self_support'],
          decision: ['yes'],
        }),
        things('ended', m.returns_column_ended(), 'endings', { kind: ['self_support'], outcome: ['ended'] }),
      ],
    },
    {
      code: 'meetings',
      wording: m.returns_table_meetings(),
      rows: 'conference',
      columns: [
        things('meetings', m.returns_column_meetings(), 'meetings'),
        things('items', m.returns_column_items(), 'items'),
      ],
    },
    {
      code: 'sittings',
      wording: m.returns_table_sittings(),
      rows: 'body',
      columns: [things('sittings', m.returns_column_sittings(), 'sittings')],
    },
  ],
  outreach: () => [
    {
      code: 'persons',
      wording: m.returns_table_outreach_persons(),
      rows: 'body',
      columns: [
        persons('new', m.returns_column_outreach_new(), 'notes', { ...reachingOut, standing: ['new'] }),
        persons('continuing', m.returns_column_outreach_continuing(), 'notes', {
          ...reachingOut,
          standing: ['continuing'],
        }),
        things('contacts', m.returns_column_outreach_contacts(), 'notes', reachingOut),
      ],
    },
    {
      code: 'by_way',
      wording: m.returns_table_outreach_ways(),
      rows: 'way',
      columns: [things('contacts', m.returns_column_outreach_contacts(), 'notes', reachingOut)],
    },
    {
      code: 'by_outcome',
      wording: m.returns_table_outreach_outcomes(),
      rows: 'outcome',
      columns: [things('contacts', m.returns_column_outreach_contacts(), 'notes', reachingOut)],
    },
  ],
  participation: () => [
    {
      code: 'participation',
      wording: m.returns_table_participation(),
      rows: 'body',
      columns: [
        persons('new', m.returns_column_participation_new(), 'joinings', { standing: ['new'] }),
        things('plans', m.returns_column_participation_plans(), 'joining_plans'),
        persons('linked', m.returns_column_participation_linked(), 'joining_steps', {
          step: ['trial', 'settled'],
        }),
        things('places', m.returns_column_participation_places(), 'places'),
        things('supports', m.returns_column_participation_supports(), 'place_supports'),
      ],
    },
  ],
};
