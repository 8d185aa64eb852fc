import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { authorColumns, authorValues, refuseUnlessWritten, takeTurns } from './author.ts';
import type * as api from './measuring-api.ts';
import { needsReason, sources, whyNot, type YearState, yearStateOf } from './model.ts';
import { fits } from './rule.ts';

/**
 * Writes the next version of a definition, in force from the first day of a fiscal year. What is fixed was counted
 * by the version of its time and stays so; only a first definition may reach back behind it.
 *
 * @throws Refusal `refused` for a year that is fixed or lies before one, and when somebody was faster;
 *   `invalid` when the rule is of another source than the indicator
 */
export async function defineIndicator(db: Db, input: ParsedInputOf<typeof api.defineIndicator>, act: Act) {
  const { source } = await readSource(db, input.indicator_id);
  if (!fits(input.rule, source))
    throw new Refusal('invalid', m.plan_refused_rule(), { rule: m.plan_refused_rule() });
  await holdYear(db, input.first_year, act);
  const { fixed } = await db.one(
    z.object({ fixed: z.boolean() }),
    sql`select exists (select from period_fixings f where f.fiscal_year >= ${input.first_year}) as fixed`,
  );
  const refused = fixed && input.after_version > 0 ? whyNot('define', 'fixed') : null;
  if (refused) throw new Refusal('refused', refused, { first_year: refused });
  const version = input.after_version + 1;
  const written = await db.run(
    sql`insert into indicator_definitions (indicator_id, version, starts_on, rule, wording, defined_at, ${authorColumns})
      select ${input.indicator_id}::uuid, ${version}::int, ${daysOfFiscalYear(input.first_year).first}::date,
        ${JSON.stringify(input.rule)}::jsonb, ${input.wording}, ${act.now}, ${authorValues}
      where ${input.after_version} = coalesce((select max(d.version) from indicator_definitions d
        where d.indicator_id = ${input.indicator_id}), 0)
      on conflict on constraint indicator_definitions_version do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.plan_refused_version());
  return { indicator_id: input.indicator_id, version };
}

/** @throws Refusal `refused` for a year that is fixed: its rate of achievement has been stated */
export async function setTarget(db: Db, input: ParsedInputOf<typeof api.setTarget>, act: Act) {
  const refused = whyNot('set_target', await holdYear(db, input.fiscal_year, act));
  if (refused) throw new Refusal('refused', refused, { fiscal_year: refused });
  await writeStated(db, 'target', input, act);
  return { id: input.id };
}

/** Value and year may both be unknown; then the note says why. A baseline may lie in a fixed year. */
export async function setBaseline(db: Db, input: ParsedInputOf<typeof api.setBaseline>, act: Act) {
  await writeStated(db, 'baseline', input, act);
  return { id: input.id };
}

async function writeStated(
  db: Db,
  kind: 'target' | 'baseline',
  input: ParsedInputOf<typeof api.setBaseline>,
  act: Act,
): Promise<void> {
  await db.run(
    sql`insert into indicator_targets (id, indicator_id, kind, fiscal_year, value, note, set_at, ${authorColumns})
      values (${input.id}, ${input.indicator_id}, ${kind}, ${input.fiscal_year}, ${input.value}, ${input.note},
        ${act.now}, ${authorValues})`,
  );
}

/** @throws Refusal `refused` when a wave of that name is there */
export async function addSurveyWave(db: Db, input: ParsedInputOf<typeof api.addSurveyWave>, _act: Act) {
  const written = await db.run(
    sql`insert into survey_waves (id, name, fiscal_year, sent, returned, method, note, breaks)
      values (${input.id}, ${input.name}, ${input.fiscal_year}, ${input.sent}, ${input.returned}, ${input.method},
        ${input.note}, ${input.breaks})
      on conflict on constraint survey_waves_name do nothing`,
  );
  refuseUnlessWritten(written, m.plan_refused_wave_taken(), 'name');
  return { id: input.id };
}

/**
 * Keeps a value of a survey, an outside statistic or a typed one, with where it comes from. In a fixed year a value
 * that stands stays; another one is kept beside it, with the reason why it came.
 *
 * @throws Refusal `refused` for what is counted from records and for a year to come; `invalid` for a survey value
 *   without its wave, a wave of another year, or a late value without a reason
 */
export async function bringValue(db: Db, input: ParsedInputOf<typeof api.bringValue>, act: Act) {
  const { source } = await readSource(db, input.indicator_id);
  if (source === 'encounters') throw new Refusal('refused', m.plan_refused_counted());
  await takeTurns(db, input.indicator_id);
  const state = await holdYear(db, input.fiscal_year, act);
  const refused = whyNot('bring_value', state);
  if (refused) throw new Refusal('refused', refused, { fiscal_year: refused });
  const found = await db.one(
    z.object({ wave_year: z.int().nullable(), stands: z.boolean() }),
    sql`select (select w.fiscal_year from survey_waves w where w.id = ${input.wave_id}) as wave_year,
      exists (select from indicator_values v where v.indicator_id = ${input.indicator_id}
        and v.fiscal_year = ${input.fiscal_year}) as stands`,
  );
  if (source === 'survey' && found.wave_year !== input.fiscal_year)
    throw new Refusal('invalid', m.plan_refused_wave(), { wave_id: m.plan_refused_wave() });
  const late = needsReason('bring_value', state) && found.stands;
  if (late && !input.late_reason)
    throw new Refusal('invalid', m.plan_refused_value_fixed(), { late_reason: m.plan_refused_value_fixed() });
  await db.run(
    sql`insert into indicator_values (id, indicator_id, fiscal_year, value, wave_id, question, answered, source_note,
        late_reason, brought_at, ${authorColumns})
      values (${input.id}, ${input.indicator_id}, ${input.fiscal_year}, ${input.value}, ${input.wave_id},
        ${input.question}, ${input.answered}, ${input.source_note}, ${late ? input.late_reason : null}, ${act.now},
        ${authorValues})`,
  );
  return { id: input.id };
}

function readSource(db: Db, indicator: string) {
  return db.one(
    z.object({ source: z.enum(sources) }),
    sql`select source from indicators where id = ${indicator}`,
  );
}

/** The state of a year, which cannot be fixed by anybody else until this transaction ends. */
async function holdYear(db: Db, fiscalYear: number, act: Act): Promise<YearState> {
  const { fixed } = await db.one(
    z.object({ fixed: z.boolean() }),
    sql`select gate.fixed_year_of(${daysOfFiscalYear(fiscalYear).first}::date) is not null as fixed`,
  );
  return yearStateOf(fiscalYear, act.today, { fixed, published: false });
}
