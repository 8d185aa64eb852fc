import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { callers, dayOr, sitters, textOf } from './model.ts';

const id = z.object({ id: z.uuid() });

/** 役割票: who watches what, tells whom, until when. Names a seat of the item, or somebody in words. */
export const writeRoleLine = operation({
  route: 'POST /conference-items/:item_id/roles',
  summary: m.conferences_role_summary,
  may: callers,
  audit: 'role_line.written',
  input: z.object({
    id: z.uuid(),
    item_id: z.uuid(),
    seat_id: z.uuid({ error: () => m.conferences_field_seat() }),
    watches: textOf(m.conferences_field_watches, 500),
    tells: textOf(m.conferences_field_tells, 200),
    until: dayOr(m.conferences_field_until).nullable().default(null),
  }),
  output: id,
});

export const endRoleLine = operation({
  route: 'POST /role-lines/:id/ending',
  summary: m.conferences_role_end_summary,
  may: callers,
  audit: 'role_line.ended',
  input: id,
  output: id,
});

/** The lines that stand and name the actor's own post. */
export const listOwnRoles = operation({
  route: 'GET /role-lines',
  summary: m.conferences_roles_summary,
  may: sitters,
  audit: 'role_lines.listed',
  input: z.object({}),
  output: z.object({
    roles: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        watches: z.string(),
        tells: z.string(),
        until: z.string().nullable(),
        written_on: z.string(),
        body_name: z.string(),
      }),
    ),
  }),
});
