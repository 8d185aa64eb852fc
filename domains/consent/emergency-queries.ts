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
import { returnOutcomeWords } from './person-model.ts';
import { writeTelling } from './telling-words.ts';

const row = api.listEmergencyViews.output.shape.views.element.omit({ person_name: true });

/** Who may have told a person of an emergency view: the actor's own post, and those of the actor's bodies who work with persons. */
export const tellersOfActor = sql`(select p.id, p.role, p.name from gate.receiving_posts() p
    where p.body_id = any((select gate.bodies_answered_for())::uuid[]) and p.role in ('intake_worker', 'case_coordinator')
  union select o.id, o.role, o.name from gate.posts_once_named() o
    where o.id = (select gate.actor_post()) and (select gate.bodies_answered_for()) is not null)`;

async function askViews(db: Db, which: Sql, act: Act): Promise<api.EmergencyView[]> {
  const found = await db.all(
    row,
    sql`select v.id, v.person_id, b.name as by, p.role, v.post_id, h.name as holder, v.reason,
        to_jsonb(v.opened_at) #>> '{}' as opened_at, to_jsonb(v.until) #>> '{}' as until,
        case when r.view_id is not null then jsonb_build_object('justified', r.justified, 'words', r.words,
          'reviewed_at', r.reviewed_at) end as review,
        case when t.id is not null then jsonb_build_object('told_on', t.told_on, 'way', t.way, 'role', w.role, 'name', w.name,
          'why_not_yet', t.why_not_yet, 'weigh_again_on', t.weigh_again_on) end as telling,
        case when not r.justified then jsonb_build_object(
          'copies', (select coalesce(jsonb_agg(jsonb_build_object('taken_at', c.taken_at, 'role', c.role,
              'operation', c.operation) order by c.taken_at, c.id), '[]') from emergency_copies c where c.view_id = v.id),
          'note', case when n.view_id is not null then jsonb_build_object('outcome', n.outcome, 'words', n.words,
              'noted_at', n.noted_at) end) end as back,
        coalesce(v.holder_id = any((select gate.bodies_answered_for())::uuid[]), false) as answers
      from emergency_views v
      join bodies b on b.id = v.body_id
      join bodies h on h.id = v.holder_id
      left join gate.posts_once_named() p on p.id = v.post_id
      left join emergency_reviews r on r.view_id = v.id
      left join emergency_return_notes n on n.view_id = v.id
      left join lateral (select * from emergency_tellings l where l.view_id = v.id
        order by l.told_on is null, l.written_at desc, l.id desc limit 1) t on true
      left join gate.posts_once_named() w on w.id = t.told_post_id
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
  { after, limit, view }: ParsedInputOf<typeof api.listEmergencyViews>,
  act: Act,
): Promise<OutputOf<typeof api.listEmergencyViews>> {
  const found = await askViews(
    db,
    sql`where (${view ?? null}::uuid is null or v.id = ${view ?? null}::uuid) and (${after ?? null}::uuid is null
        or (v.opened_at, v.id) < (select a.opened_at, a.id from emergency_views a where a.id = ${after ?? null}::uuid))
      order by v.opened_at desc, v.id desc limit ${limit + 1}`,
    act,
  );
  const views = found.slice(0, limit);
  const tellers = await db.all(
    api.listEmergencyViews.output.shape.tellers.element,
    sql`select t.id, t.role, t.name from ${tellersOfActor} t order by t.id <> (select gate.actor_post()), t.name, t.id`,
  );
  return { views, tellers, next: found.length > limit ? (views.at(-1)?.id ?? null) : null };
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
      { head: m.consent_emergency_at(), share: 11 },
      { head: m.consent_emergency_by(), share: 15 },
      { head: m.consent_person(), share: 10 },
      { head: m.consent_emergency_reason(), share: 20 },
      { head: m.consent_emergency_review(), share: 22 },
      { head: m.consent_telling(), share: 22 },
    ],
    rows: views.map((view) => [
      formatInstant(view.opened_at),
      view.by + roleIn(view.role),
      view.person_name ?? m.consent_person_unnamed(),
      view.reason,
      writeReview(view),
      writeTelling(view.telling),
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

function writeReview({ review, back }: api.EmergencyView): string {
  if (review === null) return m.consent_emergency_unreviewed();
  const said = `${review.justified ? m.consent_emergency_justified() : m.consent_emergency_unjustified()} ${review.words}`;
  return back === null ? said : `${said} ${writeBack(back)}`;
}

function writeBack({ copies, note }: NonNullable<api.EmergencyView['back']>): string {
  const asked = m.consent_emergency_back({ n: copies.length });
  const answer = note === null ? m.consent_return_waiting() : returnOutcomeWords[note.outcome]();
  return `${asked} ${answer}`;
}
