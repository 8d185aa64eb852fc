import * as z from 'zod';
import { toKanaKey, toPhone } from '#domains/parties/kana.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, type Sql, sql } from '#platform/sql.ts';
import { contactOf, writtenOf } from './address-reading.ts';
import * as api from './client-api.ts';

/** What a list and a page say of a person, from `clients c` joined with the holder's `bodies b`. */
const said = sql`c.id, c.name, c.kana, c.called, c.born_on, c.born_about, c.sex, c.holder_id, b.name as holder_name,
  coalesce(c.holder_id = any((select gate.bodies_worked_for())::uuid[])
    or c.holder_id = any((select gate.bodies_answered_for())::uuid[]), false) as own`;

/** The people the actor may see, in ふりがな order; those without a name stand last. */
export async function listClients(
  db: Db,
  input: ParsedInputOf<typeof api.listClients>,
  _act: Act,
): Promise<OutputOf<typeof api.listClients>> {
  const cut = input.after?.lastIndexOf('_') ?? -1;
  const where: Sql =
    input.after && cut >= 0
      ? sql`where (c.kana_key, c.id) > (${input.after.slice(0, cut)}, ${input.after.slice(cut + 1)}::uuid)`
      : sql``;
  const found = await db.all(
    api.listClients.output.shape.clients.element.extend({ kana_key: z.string() }),
    sql`select ${said}, c.kana_key from clients c join bodies b on b.id = c.holder_id ${where}
      order by c.kana_key, c.id ${limitTo(input.limit + 1)}`,
  );
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    clients: page.map(({ kana_key: _, ...client }) => client),
    next: found.length > input.limit && last ? `${last.kana_key}_${last.id}` : null,
  };
}

/**
 * Search before register, over what the actor may see and nothing else: a name, its kana, how one speaks of somebody, a day
 * of birth or a telephone number. Whether another window has a record of the person changes nothing in the answer.
 */
export async function findClients(
  db: Db,
  { q }: ParsedInputOf<typeof api.findClients>,
  _act: Act,
): Promise<OutputOf<typeof api.findClients>> {
  const digits = toPhone(q).replace(/[^0-9]/g, '');
  const kana = toKanaKey(q);
  const found = await db.all(
    api.findClients.output.shape.clients.element,
    sql`select ${said} from clients c join bodies b on b.id = c.holder_id
      where c.search_text like '%' || search_form(${q}) || '%'
        or (${kana} <> '' and c.kana_key like ${kana} || '%')
        or to_char(c.born_on, 'YYYYMMDD') = ${digits}
        or (length(${digits}) >= 4 and exists (select from client_contacts t where t.client_id = c.id
          and regexp_replace(coalesce(t.phone, '') || ' ' || coalesce(t.mobile, ''), '[^0-9 ]', '', 'g') like '%' || ${digits} || '%'))
      order by c.kana_key, c.id ${limitTo(shown + 1)}`,
  );
  return { clients: found.slice(0, shown), more: found.length > shown };
}
const shown = 20;

/**
 * One person as far as the actor may see: who it is, how the person is reached, and the first words.
 *
 * @throws Refusal `not_found`
 */
export async function readClient(
  db: Db,
  input: ParsedInputOf<typeof api.readClient>,
  _act: Act,
): Promise<OutputOf<typeof api.readClient>> {
  const client = await db.maybe(
    api.readClient.output,
    sql`select ${said}, c.version, to_jsonb(c.registered_at) #>> '{}' as registered_at,
        ${contactOf(sql`c.id`, sql`c.holder_id`)} as contact, ${writtenOf(sql`c.id`)} as written,
        (select coalesce(jsonb_agg(w order by w.received_on desc, w.id desc), '[]') from (select i.id, i.received_on,
            e.channel, i.trouble, i.wish
          from intakes i left join encounters e on e.id = i.id where i.client_id = c.id) w) as intakes,
        (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'client_id', x.id, 'holder_name', y.name,
            'reason', l.reason, 'linked_at', l.linked_at) order by l.linked_at, l.id), '[]')
          from client_links l
          join clients x on x.id = case when l.client_id = c.id then l.other_id else l.client_id end
          join bodies y on y.id = x.holder_id
          where c.id in (l.client_id, l.other_id)
            and not exists (select from client_link_undoings u where u.link_id = l.id)) as links
      from clients c join bodies b on b.id = c.holder_id
      where c.id = ${input.id}::uuid`,
  );
  if (!client) throw refuseNotFound();
  return client;
}
