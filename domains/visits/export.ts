import * as z from 'zod';
import { listItemsOf } from '#domains/items/answering.ts';
import { cellOfAnswer, headItem, itemsToExport } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { type CsvCell, encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type { listVisits as listing } from './api.ts';
import * as api from './export-api.ts';
import { channelWords, conditionWords, contactWords, nextStepWords } from './model.ts';
import { listVisits } from './reading.ts';

type Visit = OutputOf<typeof listing>['visits'][number];

/** Rows of one page: read by key, so that a long list is never sorted whole. */
const portion = 1_000;

/**
 * The list of visits as a CSV file, whole and newest first, with what the town's own items say. The note written at the
 * door stays on its page.
 *
 * @throws Refusal `refused` when more than `mostVisitsExported` visits are asked for
 */
export async function exportVisits(
  db: Db,
  { encoding, ...filter }: ParsedInputOf<typeof api.exportVisits>,
  act: Act,
) {
  const districts = new Map(
    (await db.all(z.object({ id: z.uuid(), name: z.string() }), sql`select id, name from districts`)).map(
      ({ id, name }) => [id, name],
    ),
  );
  const visits: Visit[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const page = await listVisits(db, { ...filter, ...(after && { after }), limit: portion }, act);
    visits.push(...page.visits);
    if (visits.length > api.mostVisitsExported)
      throw new Refusal('refused', m.visits_refused_export({ most: api.mostVisitsExported }));
    after = page.next;
  }
  const items = itemsToExport(await listItemsOf(db, 'visit'), visits, act.today);
  const rows = visits.map((visit) => [
    ...writeRow(visit, districts.get(visit.district_id) ?? null),
    ...items.map((one) => cellOfAnswer(one, visit.answers[one.id])),
  ]);
  return {
    name: m.visits_export_file({ day: act.today }),
    type: 'text/csv',
    bytes: encodeCsv([[...headings(), ...items.map((one) => headItem(one, act.today))], ...rows], encoding),
    households: [...new Set(visits.map(({ household_id }) => household_id))],
  };
}

function headings(): CsvCell[] {
  return [
    m.visits_label_on(),
    m.visits_label_at(),
    m.visits_label_household(),
    m.visits_label_district(),
    m.visits_label_channel(),
    m.visits_label_contact(),
    m.visits_label_condition(),
    m.visits_label_next_step(),
    m.visits_label_visitor(),
    m.visits_withdrawn(),
  ];
}

function writeRow(visit: Visit, district: string | null): CsvCell[] {
  return [
    visit.visited_on,
    visit.visited_at,
    visit.household_name,
    district,
    channelWords[visit.channel](),
    contactWords[visit.contact](),
    visit.condition && conditionWords[visit.condition](),
    visit.next_step && nextStepWords[visit.next_step](),
    visit.visitor_name,
    visit.withdrawn ? m.visits_withdrawn() : null,
  ];
}
