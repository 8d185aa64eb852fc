import * as z from 'zod';
import { authorColumns, authorOf, authorValues, dayIn } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { type RetentionClass, retentionClasses, usualYears } from './model.ts';
import * as api from './retention-api.ts';

const inForce = z.object({ class: z.string(), body_id: z.uuid().nullable(), years: z.int() });

/** Fiscal years for which a body keeps a class: its own setting that holds today, else the town's, else the usual. */
export type YearsOf = (of: RetentionClass, body: string | null) => number;

export async function readYears(db: Db): Promise<YearsOf> {
  const settings = await db.all(
    inForce,
    sql`select distinct on (class, body_id) class, body_id, years from retention_settings
      where starts_on <= (select gate.today())
      order by class, body_id, starts_on desc, written_at desc, id desc`,
  );
  const find = (of: RetentionClass, body: string | null) =>
    settings.find((one) => one.class === of && one.body_id === body)?.years;
  return (of, body) => (body ? find(of, body) : undefined) ?? find(of, null) ?? usualYears[of];
}

/** How long each class is kept, and everything that was decided about it. */
export async function listRetention(
  db: Db,
  _input: ParsedInputOf<typeof api.listRetention>,
  _act: Act,
): Promise<OutputOf<typeof api.listRetention>> {
  const yearsOf = await readYears(db);
  const settings = await db.all(
    api.listRetention.output.shape.settings.element,
    sql`select s.id, s.class, (select b.name from bodies b where b.id = s.body_id) as body, s.years, s.starts_on,
        s.reason, ${authorOf(sql`s`)} as author, ${dayIn(sql`s.written_at`)} as on
      from retention_settings s order by s.written_at desc, s.id desc`,
  );
  const own = await db.all(
    z.object({ class: z.string(), id: z.uuid(), name: z.string() }),
    sql`select distinct s.class, b.id, b.name, b.kana from retention_settings s join bodies b on b.id = s.body_id
      where s.starts_on <= (select gate.today()) order by s.class, b.kana, b.id`,
  );
  return {
    classes: retentionClasses.map((one) => ({
      class: one,
      years: yearsOf(one, null),
      bodies: own
        .filter((row) => row.class === one)
        .map(({ id, name }) => ({ id, name, years: yearsOf(one, id) })),
    })),
    settings,
  };
}

/**
 * Decides how long a class is kept, from a day on. What was decided before stays, and so does what was destroyed by it.
 *
 * @throws Refusal `invalid` for a day that has passed
 */
export async function setRetention(db: Db, input: ParsedInputOf<typeof api.setRetention>, act: Act) {
  refusePastStart(input.starts_on, act);
  await db.run(
    sql`insert into retention_settings (id, class, body_id, years, starts_on, reason, written_at, ${authorColumns})
      values (${input.id}, ${input.class}, ${input.body_id}::uuid, ${input.years}, ${input.starts_on}, ${input.reason},
        ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}

/** @throws Refusal `invalid` when a decision would hold for days that have passed */
export function refusePastStart(startsOn: string, act: Act): void {
  if (startsOn >= act.today) return;
  const sentence = m.disposals_refused_past();
  throw new Refusal('invalid', sentence, { starts_on: sentence });
}
