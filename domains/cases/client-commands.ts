import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './client-api.ts';
import { readClient } from './client-queries.ts';
import { writeContact, writeIdentity } from './client-writing.ts';
import { countAnew } from './counting-commands.ts';

/**
 * Corrects who somebody is: a name that comes later, a date of birth. What it said before stays in the versions.
 *
 * @throws Refusal `refused` with fields when somebody else was first; `invalid` without a name and a 呼び名
 */
export async function correctIdentity(db: Db, input: ParsedInputOf<typeof api.correctIdentity>, act: Act) {
  if (input.name === null && input.called === null)
    throw new Refusal('invalid', m.cases_refused_nameless(), { name: m.cases_refused_nameless() });
  const written = await writeIdentity(db, input.id, input, act, input.version);
  if (written === 0) {
    const now = await readClient(db, { id: input.id }, act);
    if (!now.own) throw refuseNotFound();
    if (now.version !== input.version) throw refuseChanged({ ...now }, input);
  }
  // A name that came later can make a reception one that counts.
  if (written > 0) await countAnew(db, input.id, act);
  return { id: input.id };
}

/**
 * Corrects how somebody is reached, as `correctIdentity` does. A protected address is its keepers' to correct, while they look
 * at it: once the quarter of an hour is over they are told so, and lose nothing they typed. What a colleague types of it waits for
 * them, and the colleague is answered as for everybody else.
 */
export async function correctContact(db: Db, input: ParsedInputOf<typeof api.correctContact>, act: Act) {
  const written = await writeContact(db, input.id, input, act, input.version);
  if (written === 0) {
    const { own, contact } = await readClient(db, { id: input.id }, act);
    if (!own || !contact) throw refuseNotFound();
    if (await isKeptClosed(db, input.id)) throw new Refusal('refused', m.cases_refused_kept_closed());
    if (contact.version !== input.version) throw refuseChanged({ ...contact }, input);
  }
  return { id: input.id };
}

/** Whether the actor keeps the person's protected address, and has not said lately why it is looked at. */
async function isKeptClosed(db: Db, person: string): Promise<boolean> {
  const { closed } = await db.one(
    z.object({ closed: z.boolean() }),
    sql`select ${person}::uuid = any((select gate.protected_people_kept())::uuid[])
      and ${person}::uuid <> all((select gate.protected_people_opened())::uuid[]) as closed`,
  );
  return closed;
}

/** For each field that differs, what stands there now and what was typed. */
function refuseChanged(now: Record<string, unknown>, typed: Record<string, unknown>): Refusal {
  const fields: Record<string, string> = {};
  for (const [field, value] of Object.entries(typed)) {
    if (!(field in now) || field === 'version' || (now[field] ?? '') === (value ?? '')) continue;
    fields[field] = m.cases_door_refused_changed_field({
      now: String(now[field] ?? ''),
      typed: String(value ?? ''),
    });
  }
  return new Refusal('refused', m.cases_door_refused_changed(), fields);
}

/**
 * 名寄せ: writes that two records, both of which the actor sees, are the same person's. It opens nothing: each record stays
 * with its holder, and who may see it is decided by provisions as before. The basis is one on which the body of the other
 * record may give to the actor's; where one body holds both, one that this body stands under.
 *
 * @throws Refusal `not_found` where one of them is not seen; `invalid` for a basis that has ended or is another's; `refused` where
 *   they are brought together already
 */
export async function linkClients(db: Db, input: ParsedInputOf<typeof api.linkClients>, act: Act) {
  const { seen, based, twice, written } = await db.one(
    z.object({ seen: z.boolean(), based: z.boolean(), twice: z.boolean(), written: z.boolean() }),
    sql`with pair as (select a.id, a.holder_id, b.id as other_id, b.holder_id as other_holder_id
        from clients a, clients b
        where a.id = ${input.client_id}::uuid and b.id = ${input.other_id}::uuid and a.id <> b.id
          and a.holder_id = any((select gate.bodies_worked_for())::uuid[])),
      basis as (select b.id from pair p join bodies h on h.id = p.holder_id join bodies o on o.id = p.other_holder_id
          join lawful_bases b on b.from_kind = o.kind and (b.to_kind = h.kind or o.id = h.id)
        where b.id = ${input.basis_id}::uuid and b.starts_on <= ${act.today}::date
          and (b.ends_on is null or b.ends_on >= ${act.today}::date)),
      there as (select l.id from client_links l join pair p
          on (l.client_id, l.other_id) in ((p.id, p.other_id), (p.other_id, p.id))
        where not exists (select from client_link_undoings u where u.link_id = l.id)),
      link as (insert into client_links (id, client_id, other_id, other_holder_id, basis_id, reason, linked_by, linked_at,
          holder_id)
        select ${input.id}::uuid, p.id, p.other_id, p.other_holder_id, b.id, ${input.reason},
          (select gate.actor_account()), ${act.now}, p.holder_id
        from pair p, basis b where not exists (select from there)
        returning id)
      select exists (select from pair) as seen, exists (select from basis) as based, exists (select from there) as twice,
        exists (select from link) as written`,
  );
  if (written) return { id: input.id };
  if (!seen) throw refuseNotFound();
  if (!based)
    throw new Refusal('invalid', m.cases_door_field_basis(), { basis_id: m.cases_door_field_basis() });
  if (twice) throw new Refusal('refused', m.cases_refused_linked());
  throw refuseNotFound();
}

/**
 * Takes two records apart again: exactly as they were, since nothing of either was changed.
 *
 * @throws Refusal `not_found`; `refused` when they were taken apart already
 */
export async function undoLink(db: Db, input: ParsedInputOf<typeof api.undoLink>, act: Act) {
  const link = await db.maybe(
    z.object({ client_id: z.uuid(), written: z.boolean() }),
    sql`with link as (select id, client_id, holder_id from client_links where id = ${input.id}::uuid),
      undone as (insert into client_link_undoings (link_id, reason, undone_by, undone_at, holder_id)
        select l.id, ${input.reason}, (select gate.actor_account()), ${act.now}, l.holder_id from link l
        where not exists (select from client_link_undoings u where u.link_id = l.id)
        returning link_id)
      select client_id, exists (select from undone) as written from link`,
  );
  if (!link) throw refuseNotFound();
  if (!link.written) throw new Refusal('refused', m.cases_refused_link_undone());
  return { id: input.id, client_id: link.client_id };
}
