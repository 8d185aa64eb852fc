import { readTown } from '#domains/districts/queries.ts';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear, fiscalYearOf, formatFiscalYear, formatInstant } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import * as api from './emergency-api.ts';
import { ledgerPaper } from './ledger-paper.ts';
import { namePeople } from './naming.ts';

const row = api.listEmergencyViews.output.shape.views.element.omit({ person_name: true });

async function askViews(db: Db, which: Sql, act: Act): Promise<api.EmergencyView[]> {
  const found = await db.all(
    row,
    sql`select v.id, v.person_id, b.name as by, p.role, h.name as holder, v.reason,
        to_jsonb(v.opened_at) #>> '{}' as opened_at, to_jsonb(v.until) #>> '{}' as until,
        case when r.view_id is not null then jsonb_build_object('justified', r.justified, 'words', r.words,
          'reviewed_at', r.reviewed_at) end as review,
        coalesce(v.holder_id = any((select gate.bodies_answered_for())::uuid[]), false) as answers
      from emergency_views v
      join bodies b on b.id = v.body_id
      join bodies h on h.id = v.holder_id
      left join gate.posts_once_named() p on p.id = v.post_id
      left join emergency_reviews r on r.view_id = v.id
      ${which}`,
  );
  const names = await namePeople(
    db,
    found.map(({ person_id }) => person_id),
    act,
  );
  return found.map((view) => ({ ...view, person_name: names.get(view.person_id)?.name ?? null }));
}

/** What was opened in an emergency, as far as it is the actor's or the actor answers for it; the newest first. */
export async function listEmergencyViews(
  db: Db,
  { after, limit }: ParsedInputOf<typeof api.listEmergencyViews>,
  act: Act,
): Promise<OutputOf<typeof api.listEmergencyViews>> {
  const found = await askViews(
    db,
    sql`where ${after ?? null}::uuid is null
        or (v.opened_at, v.id) < (select a.opened_at, a.id from emergency_views a where a.id = ${after ?? null}::uuid)
      order by v.opened_at desc, v.id desc limit ${limit + 1}`,
    act,
  );
  const views = found.slice(0, limit);
  return { views, next: found.length > limit ? (views.at(-1)?.id ?? null) : null };
}

/** 緊急閲覧の記録 of the records the actor answers for, of a fiscal year, as a paper. */
export async function printEmergencyViews(
  db: Db,
  { fiscal_year }: ParsedInputOf<typeof api.printEmergencyViews>,
  act: Act,
) {
  const { town } = await readTown(db, {}, act);
  const year = fiscal_year ?? fiscalYearOf(act.today);
  const { first, last } = daysOfFiscalYear(year);
  const views = await askViews(
    db,
    sql`where (v.opened_at at time zone 'Asia/Tokyo')::date between ${first}::date and ${last}::date
      order by v.opened_at, v.id limit 2000`,
    act,
  );
  const paper = ledgerPaper({
    title: m.consent_emergencies_title(),
    period: formatFiscalYear(year),
    town: town?.name ?? '',
    sample: town?.sample ?? false,
    today: act.today,
    heads: [
      { head: m.consent_emergency_at(), share: 12 },
      { head: m.consent_emergency_by(), share: 18 },
      { head: m.consent_person(), share: 12 },
      { head: m.consent_emergency_reason(), share: 28 },
      { head: m.consent_emergency_review(), share: 30 },
    ],
    rows: views.map((view) => [
      formatInstant(view.opened_at),
      view.by + roleIn(view.role),
      view.person_name ?? m.consent_person_unnamed(),
      view.reason,
      writeReview(view),
    ]),
    empty: m.consent_emergencies_empty(),
  });
  return Object.assign(
    async () => ({
      name: m.consent_emergencies_file({ day: act.today }),
      type: 'application/pdf',
      bytes: await printPaper(paper),
    }),
    { people: [...new Set(views.map(({ person_id }) => person_id))] },
  );
}

function roleIn(role: string | null): string {
  return role !== null && role in roleWords ? m.consent_in_role({ role: roleWords[role as Role]() }) : '';
}

function writeReview({ review }: api.EmergencyView): string {
  if (review === null) return m.consent_emergency_unreviewed();
  return `${review.justified ? m.consent_emergency_justified() : m.consent_emergency_unjustified()} ${review.words}`;
}
