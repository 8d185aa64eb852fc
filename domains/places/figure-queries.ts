import { countEncounters } from '#domains/encounters/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays, daysOfFiscalYear, fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './attendance-api.ts';

/** 数え方: how 延べ and 実人数 are counted, by version; a change is a new version, and the old ones stay readable. */
const definitions = [{ version: 1, words: m.places_definition_1 }] as const;

/** Without an end, up to today; without a beginning, from the first day of that fiscal year. */
export async function readAttendanceFigures(
  db: Db,
  input: ParsedInputOf<typeof api.readAttendanceFigures>,
  act: Act,
): Promise<OutputOf<typeof api.readAttendanceFigures>> {
  const until = input.until ?? act.today;
  const from = input.from ?? daysOfFiscalYear(fiscalYearOf(until)).first;
  const rows = await db.all(
    api.readAttendanceFigures.output.shape.rows.element,
    sql`select p.id as place_id, p.name, d.name as district_name, a.days, a.heads, a.people, a.nameless
      from gate.attendance_of_places(${from}::date, ${until}::date) a
      join gate.places_counted() p on p.id = a.place_id left join districts d on d.id = p.district_id
      where ${input.district ? sql`p.district_id = ${input.district}::uuid` : sql`true`}
      order by p.kana_key, p.id`,
  );
  const newest = definitions[definitions.length - 1];
  return {
    from,
    until,
    definition: { version: newest?.version ?? 1, words: newest?.words() ?? '' },
    rows,
    heads: await countHeads(db, rows, { from, until, whole: !input.district }, act),
  };
}

type Rows = OutputOf<typeof api.readAttendanceFigures>['rows'];

/** For whoever counts the town, whole months of the town are taken from the count that indicators are taken from. */
async function countHeads(
  db: Db,
  rows: Rows,
  { from, until, whole }: { from: string; until: string; whole: boolean },
  act: Act,
): Promise<number> {
  const ofMonths =
    from.endsWith('-01') && (until === act.today || until.slice(0, 7) !== addDays(until, 1).slice(0, 7));
  if (act.actor.role !== 'planner' || !whole || !ofMonths)
    return rows.reduce((sum, { heads }) => sum + heads, 0);
  const rule = {
    kinds: ['attendance'],
    roles: null,
    channels: null,
    contacts: null,
    sources: ['single'],
  } as const;
  const counted = await countEncounters(db, rule, { from: from.slice(0, 7), until: until.slice(0, 7) });
  return counted.reduce((sum, { n }) => sum + n, 0);
}
