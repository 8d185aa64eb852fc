import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear, fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './figure-api.ts';

/** 数え方, by version; a change is a new version, and the old ones stay readable. */
const definitions = [{ version: 1, words: m.food_definition_1 }] as const;

/** Without an end, up to today; without a beginning, from the first day of that fiscal year. */
export async function readFoodFigures(
  db: Db,
  input: ParsedInputOf<typeof api.readFoodFigures>,
  act: Act,
): Promise<OutputOf<typeof api.readFoodFigures>> {
  const until = input.until ?? act.today;
  const from = input.from ?? daysOfFiscalYear(fiscalYearOf(until)).first;
  const rows = await db.all(
    api.readFoodFigures.output.shape.rows.element,
    sql`select f.place_id, f.name, d.name as district_name, f.givings, f.households, f.people, f.named,
        round(f.grams_handed / 1000, 1)::float8 as kilos_handed, round(f.grams_thrown / 1000, 1)::float8 as kilos_thrown
      from gate.food_figures(${from}::date, ${until}::date) f left join districts d on d.id = f.district_id
      order by f.kana_key, f.place_id`,
  );
  const newest = definitions[definitions.length - 1];
  return {
    from,
    until,
    definition: { version: newest?.version ?? 1, words: newest?.words() ?? '' },
    rows,
    households: rows.reduce((sum, { households }) => sum + households, 0),
  };
}
