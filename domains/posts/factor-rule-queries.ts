import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { givenRoles, rolesWithSecondFactor } from './model.ts';

/** Every role that can be given: whether it wants a second factor, since when, and how many have none yet. */
export async function listFactorRules(
  db: Db,
  _input: object,
  act: Act,
): Promise<OutputOf<typeof api.listFactorRules>> {
  const known = await db.all(
    api.listFactorRules.output.shape.roles.element.omit({ built_in: true, required: true }).extend({
      required: z.boolean().nullable(),
    }),
    sql`select r.role, d.required,
        case when d.id is not null then jsonb_build_object('at', d.decided_at, 'reason', d.reason, 'by', a.name) end as decided,
        count(p.id)::int as posts, count(p.id) filter (where not (s.totp or s.passkeys > 0))::int as without
      from unnest(${[...givenRoles]}::text[]) with ordinality r (role, place)
      left join lateral (select * from second_factor_rules f where f.role = r.role order by f.decided_at desc, f.id desc limit 1) d
        on true
      left join accounts a on a.id = d.decided_by
      left join posts p on p.role = r.role and p.starts_on <= ${act.today}::date and p.ended_at is null
        and (p.ends_on is null or p.ends_on >= ${act.today}::date)
      left join gate.proofs_of_accounts() s on s.account_id = p.account_id
      group by r.role, r.place, d.id, d.required, d.decided_at, d.reason, a.name
      order by r.place`,
  );
  return {
    roles: known.map((rule) => {
      const built_in = rolesWithSecondFactor.includes(rule.role);
      return { ...rule, built_in, required: built_in || rule.required === true };
    }),
  };
}
