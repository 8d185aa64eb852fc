import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './item-api.ts';
import { clientsOfItem } from './queries.ts';
import { hasAgreed, stateOfItem } from './standing.ts';

const { readAgendaItem: declared } = api;
const { shape } = declared.output;
const head = declared.output.omit({
  matter: true,
  papers: true,
  minutes: true,
  resources: true,
  seats: true,
  roles: true,
  findings: true,
  plans: true,
  cases: true,
});

/** An item with all of it that the actor may see; the words only while they are open. @throws Refusal `not_found` */
export async function readAgendaItem(
  db: Db,
  { id }: ParsedInputOf<typeof declared>,
  act: Act,
): Promise<OutputOf<typeof declared>> {
  const item = await db.one(
    head,
    sql`select i.id, json_build_object('id', c.id, 'held_on', c.held_on, 'starts_at', c.starts_at, 'place', c.place) as conference,
        json_build_object('code', k.code, 'name', k.name, 'law', k.law) as kind, k.weighs_plans, i.sealed, i.secrecy,
        b.name as body_name, i.id = any((select gate.items_called())::uuid[]) as called,
        i.id = any((select gate.items_called())::uuid[]) or i.id = any((select gate.items_open())::uuid[]) as open,
        i.sealed and i.id = any((select gate.items_seated())::uuid[]) as may_propose, i.open_until,
        ${stateOfItem} as state, i.held_on, i.next_on, ${clientsOfItem} as clients
      from conference_items i
      join conferences c on c.id = i.conference_id
      join conference_kinds k on k.id = i.kind_id
      join bodies b on b.id = i.holder_id
      where i.id = ${id}::uuid`,
  );
  const pieces = await db.all(
    shape.papers.element.extend({ piece: z.string() }),
    sql`select p.id, p.piece, p.title, p.words, b.name as body_name, p.post_id = ${act.actor.post}::uuid as own, p.version,
        case when p.file_name is not null then json_build_object('name', p.file_name, 'type', p.file_type, 'size', p.file_size) end as file
      from conference_papers p join bodies b on b.id = p.body_id
      where p.item_id = ${id}::uuid and p.withdrawn_at is null order by p.written_at, p.id`,
  );
  const of = (piece: string) => pieces.filter((p) => p.piece === piece).map(({ piece: _, ...rest }) => rest);
  return {
    ...item,
    matter: of('matter')[0] ?? null,
    papers: of('paper'),
    minutes: of('minutes')[0] ?? null,
    resources: of('resource'),
    seats: await readSeats(db, id, item.called),
    findings: await db.all(
      shape.findings.element,
      sql`select id, plan_id, finding, words, held_on from plan_findings where item_id = ${id}::uuid order by written_at, id`,
    ),
    cases: item.called ? await readCases(db, id) : [],
    plans: item.called && item.weighs_plans ? await readPlans(db, id) : [],
    roles: await db.all(
      shape.roles.element,
      sql`select id, name, watches, tells, until, ended_at is not null as ended from role_lines where item_id = ${id}::uuid
        order by ended_at is not null, written_at, id`,
    ),
  };
}

/** @throws Refusal `not_found` for a paper without a file, taken back, or not open to the actor */
export async function readPaperFile(db: Db, { id }: ParsedInputOf<typeof api.readPaperFile>, _act: Act) {
  return db.one(
    z.object({
      name: z.string(),
      type: z.string(),
      bytes: z.instanceof(Buffer),
      people: z.array(z.uuid()),
    }),
    sql`select p.file_name as name, p.file_type as type, p.bytes,
        coalesce((select array_agg(s.client_id) from conference_subjects s where s.item_id = p.item_id), '{}') as people
      from conference_papers p where p.id = ${id}::uuid and p.bytes is not null and p.withdrawn_at is null`,
  );
}

/** Open cases of the own body with somebody the item is about. */
function readCases(db: Db, id: string) {
  return db.all(
    shape.cases.element,
    sql`select distinct k.id, k.number, k.called from conference_subjects s
      join case_members m on m.client_id = s.client_id and m.holder_id = any((select gate.bodies_worked_for())::uuid[])
      join cases k on k.id = m.case_id
      where s.item_id = ${id}::uuid and k.closed_on is null order by k.number`,
  );
}

/** Plans of the clients the item is about that its own body holds. */
function readPlans(db: Db, id: string) {
  return db.all(
    shape.plans.element,
    sql`select p.id, coalesce(c.name, c.called) as name, p.written_on from conference_subjects s
      join support_plans p on p.client_id = s.client_id and p.holder_id = any((select gate.bodies_worked_for())::uuid[])
      join clients c on c.id = p.client_id
      where s.item_id = ${id}::uuid order by p.written_on desc, p.id`,
  );
}

function readSeats(db: Db, id: string, called: boolean) {
  return db.all(
    shape.seats.element,
    sql`select s.id, s.post_id, s.name, s.office, b.name as body_name, s.present,
        case when ${called} then exists (select from secrecy_undertakings u where u.seat_id = s.id) end as confirmed
      from conference_seats s left join bodies b on b.id = s.body_id
      where s.item_id = ${id}::uuid and s.revoked_at is null order by s.invited_at, s.id`,
  );
}

/** Whom a consented item can be about. */
export async function listPeopleToDiscuss(
  db: Db,
  { search }: ParsedInputOf<typeof api.listPeopleToDiscuss>,
  _act: Act,
): Promise<OutputOf<typeof api.listPeopleToDiscuss>> {
  const people = await db.all(
    api.listPeopleToDiscuss.output.shape.people.element,
    sql`select c.id, coalesce(c.name, c.called) as name, b.name as body_name
      from clients c join bodies b on b.id = c.holder_id
      where (${search ?? ''} = '' or strpos(c.search_text, search_form(${search ?? ''})) > 0) and ${hasAgreed}
      order by c.kana_key, c.id ${limitTo(50)}`,
  );
  return { people };
}
