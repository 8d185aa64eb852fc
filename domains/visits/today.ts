import * as z from 'zod';
import { readFigures } from '#domains/plan/queries.ts';
import { readOwedAnswers, readRunningInquiries } from '#domains/projects/queries.ts';
import type { Act } from '#platform/act.ts';
import { addDays, fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { readWaitingHandovers } from './handover-queries.ts';
import { monthOf, readRoundOf } from './round.ts';
import { readTallyMonth } from './sheet-queries.ts';
import { gone, type readToday as reading, worry } from './today-api.ts';

type Today = OutputOf<typeof reading>;

/** 今日: what waits for the post in use. */
export async function readToday(db: Db, _input: ParsedInputOf<typeof reading>, act: Act): Promise<Today> {
  return { today: act.today, view: await viewOf(db, act), handovers: await readWaitingHandovers(db, act) };
}

function viewOf(db: Db, act: Act): Promise<Today['view']> {
  if (act.actor.factorNeeded) return Promise.resolve({ for: 'nothing' });
  switch (act.actor.role) {
    case 'visitor':
    case 'commissioner':
      return viewRound(db, act);
    case 'gatherer':
      return act.actor.finishing ? viewRound(db, act) : viewGroup(db, act);
    case 'council_officer':
      return act.actor.finishing ? viewRound(db, act) : viewDistricts(db, act);
    case 'planner':
      return act.actor.finishing ? Promise.resolve({ for: 'nothing' }) : viewPlan(db, act);
    case 'section_worker':
      return viewAnswers(db, act);
    case 'intake_worker':
    case 'case_coordinator':
      return Promise.resolve({ for: act.actor.finishing ? 'nothing' : 'window' });
    case 'community_coordinator':
      return Promise.resolve({ for: act.actor.finishing ? 'nothing' : 'coordinator' });
    default:
      return Promise.resolve({ for: 'nothing' });
  }
}

async function viewRound(db: Db, act: Act): Promise<Today['view']> {
  // A post that has ended looks at its last month; every other one at the present.
  const { began, ...month } = await db.one(
    z.object({ began: z.string(), visits: z.int(), days: z.int() }),
    sql`with month as (select greatest((select gate.own_entries_from()),
        case when (select gate.actor_role()) <> 'finishing' then ${monthOf(act.today)}::date end) as began)
      select to_char(m.began, 'YYYY-MM-DD') as began, count(v.id)::int as visits, count(distinct v.visited_on)::int as days
      from month m
      left join visits v on v.post_id = (select gate.actor_post()) and v.visited_on >= m.began
        and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
      group by m.began`,
  );
  const round = await readRoundOf(db, undefined, act);
  const wasMet = ({ met_on }: { met_on: string | null }) => met_on !== null && met_on >= began;
  return {
    for: 'round',
    waiting: round.filter((entry) => !wasMet(entry)),
    met: round.filter(wasMet),
    worries: await readWorries(
      db,
      sql`v.post_id = (select gate.actor_post()) and v.condition in ('concern', 'alarm')
      and v.visited_on >= ${addDays(act.today, -30)}::date`,
    ),
    month,
    left: await readLeft(db, act),
  };
}

async function viewGroup(db: Db, act: Act): Promise<Today['view']> {
  const sheets = [];
  for (const month of [lastMonthOf(act.today), act.today.slice(0, 7)]) {
    const { groups } = await readTallyMonth(db, { month }, act);
    for (const { sheet, ...group } of groups) sheets.push({ ...group, month, total: sheet?.total ?? null });
  }
  const worries = await readWorries(
    db,
    sql`v.district_id = any((select gate.districts_gathered())::uuid[])
    and v.condition in ('concern', 'alarm') and v.visited_on >= ${addDays(act.today, -30)}::date`,
  );
  return { for: 'group', sheets, worries, gone: await readGone(db, act) };
}

type Round = Extract<Today['view'], { for: 'round' }>;
type Group = Extract<Today['view'], { for: 'group' }>;

/** How many households left the post's own round lately, and are not on it again. */
async function readLeft(db: Db, act: Act): Promise<Round['left']> {
  const { n, last_on } = await db.one(
    z.object({ n: z.int(), last_on: z.string().nullable() }),
    sql`select count(distinct a.household_id)::int as n, max(a.ends_on) as last_on
      from household_assignments a
      where a.post_id = (select gate.actor_post()) and a.ends_on >= a.starts_on
        and a.ends_on between ${addDays(act.today, -30)}::date and ${act.today}::date
        and not exists (select from household_assignments o
          where o.household_id = a.household_id and o.post_id = a.post_id
            and (o.ends_on is null or o.ends_on > ${act.today}::date))`,
  );
  return last_on === null ? null : { n, last_on };
}

/** Which households of the district were closed lately, and who left one that goes on. What was a mistake is not told. */
function readGone(db: Db, act: Act): Promise<Group['gone']> {
  const since = addDays(act.today, -30);
  return db.all(
    gone,
    sql`select h.id as household_id, h.name, null as person, c.closed_on as on, c.why
      from household_closings c join households h on h.id = c.household_id
      where c.district_id = any((select gate.districts_gathered())::uuid[]) and c.closed_on >= ${since}::date
        and c.why <> 'mistake' and h.closed_on = c.closed_on
        and not exists (select from household_reopenings r where r.closing_id = c.id)
      union all
      select h.id, h.name, p.name, e.ends_on, e.why
      from household_member_endings e join household_members p on p.id = e.member_id
      join households h on h.id = p.household_id
      where e.district_id = any((select gate.districts_gathered())::uuid[]) and e.ends_on >= ${since}::date
        and e.why <> 'mistake' and h.closed_on is null
      order by 4 desc, 1, 3`,
  );
}

async function viewDistricts(db: Db, act: Act): Promise<Today['view']> {
  const month = lastMonthOf(act.today);
  const { groups } = await readTallyMonth(db, { month }, act);
  const asked = groups.filter(({ mode }) => mode === 'sheet');
  const missing = asked.filter(({ sheet }) => sheet === null);
  return {
    for: 'districts',
    month,
    asked: asked.length,
    missing: missing.map(({ district_id, district_name, group_id, group_name }) => ({
      district_id,
      district_name,
      group_id,
      group_name,
    })),
    alarms: await readWorries(
      db,
      sql`v.district_id = any((select gate.districts_gathered())::uuid[])
      and v.condition = 'alarm' and v.visited_on >= ${addDays(act.today, -7)}::date`,
    ),
  };
}

async function viewAnswers(db: Db, act: Act): Promise<Today['view']> {
  if (act.actor.finishing) return { for: 'nothing' };
  return { for: 'answers', owed: await readOwedAnswers(db) };
}

async function viewPlan(db: Db, act: Act): Promise<Today['view']> {
  const year = fiscalYearOf(act.today);
  const plans = await db.all(
    z.object({ code: z.string() }),
    sql`select code from plans where first_year <= ${year} and last_year >= ${year} order by code`,
  );
  const counted = [];
  for (const { code: plan } of plans) {
    const { figures } = await readFigures(db, { plan }, act);
    for (const figure of figures) if (figure.source === 'encounters') counted.push({ plan, ...figure });
  }
  return {
    for: 'plan',
    fiscal_year: year,
    inquiries: await readRunningInquiries(db, act),
    figures: counted.map(({ plan, code, wording, unit, points, target }) => ({
      plan,
      indicator: code,
      wording,
      unit,
      so_far: points.find(({ fiscal_year }) => fiscal_year === year)?.value ?? null,
      target: target?.value ?? null,
    })),
    additions: counted.flatMap(({ plan, code, wording, points }) =>
      points
        .filter(({ additions }) => additions)
        .map(({ fiscal_year, additions }) => ({
          plan,
          indicator: code,
          wording,
          fiscal_year,
          n: additions ?? 0,
        })),
    ),
  };
}

const shownAtOnce = 20;

/** The newest of the visits that ask for a second look. `which` names condition and reach, so that their index serves. */
function readWorries(db: Db, which: Sql) {
  return db.all(
    worry,
    sql`select v.id, v.household_id, h.name as household_name, d.name as district_name, a.name as visitor_name, v.visited_on,
        v.condition, v.next_step
      from visits v
      join districts d on d.id = v.district_id
      left join households h on h.id = v.household_id
      left join posts p on p.id = v.post_id
      left join accounts a on a.id = p.account_id
      where ${which} and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
      order by v.visited_on desc, v.id desc limit ${shownAtOnce}`,
  );
}

function lastMonthOf(day: string): string {
  return addDays(monthOf(day), -1).slice(0, 7);
}
