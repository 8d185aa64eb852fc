import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatEraDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { type Letter, printLetters } from '#platform/typesetting/letter.ts';
import type * as api from './inquiries-api.ts';
import { readInquiry } from './inquiries-queries.ts';
import { itemStateWords, owingStates } from './model.ts';

/**
 * A letter of reminder to every owner that still owes an answer, or to one, each on its own page.
 *
 * @throws Refusal `refused` when nobody owes anything
 */
export async function printReminders(
  db: Db,
  { inquiry_id, body }: ParsedInputOf<typeof api.printReminders>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const { inquiry, items, owners } = await readInquiry(db, { id: inquiry_id }, act);
  const { name: from } = await db.one(
    z.object({ name: z.string() }),
    sql`select name from bodies where id = ${act.actor.body}`,
  );
  const owing = owners.filter((owner) => owner.owing > 0 && (!body || owner.body.id === body));
  if (owing.length === 0) throw new Refusal('refused', m.projects_refused_nobody_owes());
  const letters = owing.map(({ body: to }): Letter => {
    const missing = items.filter((item) => item.body.id === to.id && owingStates.includes(item.state));
    return {
      date: formatEraDay(act.today),
      reference: null,
      to: m.projects_letter_to({ body: to.name }),
      from,
      title: m.projects_letter_title({ title: inquiry.title }),
      paragraphs: [
        m.projects_letter_text({ title: inquiry.title, n: missing.length }),
        m.projects_letter_thanks(),
      ],
      facts: [
        { term: m.projects_label_due_on(), lines: [formatEraDay(inquiry.due_on)] },
        {
          term: m.projects_letter_projects(),
          lines: missing.map(({ number, name, state }) =>
            m.projects_letter_project({ number, name, state: itemStateWords[state]() }),
          ),
        },
        { term: m.projects_letter_how(), lines: [m.projects_letter_how_text()] },
      ],
      end: m.projects_letter_end(),
      mark: town?.sample ? m.projects_sample() : null,
    };
  });
  const title = m.projects_letter_title({ title: inquiry.title });
  return async () => ({
    name: m.projects_letter_file({ title: inquiry.title }),
    type: 'application/pdf',
    bytes: await printLetters(title, from, letters),
  });
}
