import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply, LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { type PackedFile, packFiles } from '#platform/pack-files.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type { Paper } from '#platform/typesetting/paper.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import { presentBundle } from './bundle-paper.ts';
import { readAgendaItem } from './item-queries.ts';
import type { Print } from './model.ts';
import type * as api from './print-api.ts';
import { readConference } from './queries.ts';
import { presentTemplate } from './template-paper.ts';

type WithClients = LaterFile & { readonly clients: readonly string[] };

interface Bundle {
  readonly paper: Paper;
  readonly fileName: string;
  readonly clients: readonly string[];
}

/**
 * Agenda and papers, or the minutes, for one attendee.
 *
 * @throws Refusal `not_found` for a sitting one does not know; `refused` when there is nothing that attendee may be handed
 */
export async function printForAttendee(
  db: Db,
  { id, what, attendee }: ParsedInputOf<typeof api.printForAttendee>,
  act: Act,
): Promise<WithClients> {
  const bundle = await makeBundle(db, id, what, attendee, act);
  if (!bundle) throw new Refusal('refused', m.conferences_refused_nothing_to_print());
  const print = async (): Promise<FileReply> => ({
    name: `${bundle.fileName}.pdf`,
    type: 'application/pdf',
    bytes: await printPaper(bundle.paper),
  });
  return Object.assign(print, { clients: bundle.clients });
}

/**
 * One PDF for each attendee of the items one has called, in one archive.
 *
 * @throws Refusal as `printForAttendee`
 */
export async function printForAll(
  db: Db,
  { id, what }: ParsedInputOf<typeof api.printForAll>,
  act: Act,
): Promise<WithClients> {
  const { attendees, held_on } = await readConference(db, { id }, act);
  const bundles: Bundle[] = [];
  for (const { key } of attendees) {
    const bundle = await makeBundle(db, id, what, key, act);
    if (bundle) bundles.push(bundle);
  }
  if (bundles.length === 0) throw new Refusal('refused', m.conferences_refused_nothing_to_print());
  const print = async (): Promise<FileReply> => {
    const files: PackedFile[] = [];
    for (const [i, { paper, fileName }] of bundles.entries()) {
      const number = String(i + 1).padStart(2, '0');
      files.push({ name: `${number}_${fileName}.pdf`, bytes: await printPaper(paper) });
    }
    return {
      name: `${m.conferences_print_file({ day: held_on })}.zip`,
      type: 'application/zip',
      bytes: packFiles(files),
    };
  };
  return Object.assign(print, { clients: [...new Set(bundles.flatMap(({ clients }) => clients))] });
}

/** What the actor sees and the attendee may be handed too: null when that is nothing. */
async function makeBundle(
  db: Db,
  conference: string,
  what: Print,
  attendee: string,
  act: Act,
): Promise<Bundle | null> {
  const sitting = await readConference(db, { id: conference }, act);
  const found = await db.all(
    z.object({ id: z.uuid(), name: z.string(), office: z.string() }),
    sql`select i.id, s.name, s.office from conference_items i
      join conference_seats s on s.item_id = i.id and coalesce(s.post_id, s.id) = ${attendee}::uuid and s.revoked_at is null
      where i.conference_id = ${conference}::uuid
        and (i.id = any((select gate.items_open())::uuid[]) and s.post_id = any((select gate.posts_sitting())::uuid[])
          or i.id = any((select gate.items_called())::uuid[])
            and (not i.secrecy or exists (select from secrecy_undertakings u where u.seat_id = s.id))
            and (not i.sealed or (i.closed_at is null and (i.open_until is null or i.open_until >= ${act.today}::date)))
            and not exists (select from conference_subjects x where x.item_id = i.id and s.body_id is not null
              and not gate.hears_of(x.client_id, s.body_id)))
      order by i.added_at, i.id`,
  );
  const [first] = found;
  if (!first) return null;
  const items = [];
  for (const { id } of found) items.push(await readAgendaItem(db, { id }, act));
  const shown = what === 'minutes' ? items.filter(({ minutes }) => minutes !== null) : items;
  if (shown.length === 0) return null;
  const { town } = await readTown(db, {}, act);
  return {
    paper: presentBundle({
      sitting,
      items: shown,
      what,
      attendee: first,
      sample: town?.sample ?? false,
      town: town?.name ?? '',
    }),
    fileName: m.conferences_print_name({ day: sitting.held_on, name: first.name }),
    clients: [...new Set(shown.flatMap(({ clients }) => clients.map(({ id }) => id)))],
  };
}

/** 会議の設置要綱 or 守秘の誓約 to fill in. */
export async function printTemplate(
  db: Db,
  { which }: ParsedInputOf<typeof api.printTemplate>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const paper = presentTemplate(which, town?.name ?? '');
  return async () => ({
    name: `${paper.title}.pdf`,
    type: 'application/pdf',
    bytes: await printPaper(paper),
  });
}
