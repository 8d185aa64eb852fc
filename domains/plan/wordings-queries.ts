import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { authorOf, dayIn } from './author.ts';
import { wordedPartsOf } from './wordings.ts';
import * as api from './wordings-api.ts';

type Wordings = OutputOf<typeof api.listWordings>;

/** Everything in a plan that can be reworded, each with every version it had, newest first. */
export async function listWordings(
  db: Db,
  input: ParsedInputOf<typeof api.listWordings>,
  _act: Act,
): Promise<Wordings> {
  const shape = api.listWordings.output.shape;
  const plan = await db.one(shape.plan, sql`select id, code, name from plans where code = ${input.plan}`);
  const began = await db.all(
    shape.parts.element.omit({ versions: true }).extend({ wording: z.string() }),
    sql`select p.part, p.part_id, p.number, p.body, p.wording from ${wordedPartsOf(plan.id)} p order by p.sort, p.number`,
  );
  const later = await db.all(
    api.wordingVersion.extend({ part: z.string(), part_id: z.uuid() }),
    sql`select w.part, w.part_id, w.version, w.wording, w.note, ${authorOf(sql`w`)} as author,
        ${dayIn(sql`w.written_at`)} as on
      from plan_rewordings w where w.plan_id = ${plan.id} order by w.version desc`,
  );
  const parts = began.map(({ wording, ...named }) => ({
    ...named,
    versions: [
      ...later.filter(({ part, part_id }) => part === named.part && part_id === named.part_id),
      { version: 1, wording, note: null, author: null, on: null },
    ],
  }));
  return { plan, parts };
}
