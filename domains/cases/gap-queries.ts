import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './gap-api.ts';

/** What was noted at the actor's own body, the newest first. */
export async function listGaps(
  db: Db,
  input: ParsedInputOf<typeof api.listGaps>,
  _act: Act,
): Promise<OutputOf<typeof api.listGaps>> {
  const found = await db.all(
    api.listGaps.output.shape.gaps.element,
    sql`select g.id, g.case_id, c.number as case_number, g.words, g.would_help,
        (g.noted_at at time zone 'Asia/Tokyo')::date as noted_on,
        (select count(*)::int from gap_theme_sources s where s.gap_id = g.id) as themes
      from case_gaps g join cases c on c.id = g.case_id
      where ${input.case ? sql`g.case_id = ${input.case}::uuid` : sql`true`}
        and ${input.after ? sql`g.id < ${input.after}::uuid` : sql`true`}
      order by g.id desc ${limitTo(input.limit + 1)}`,
  );
  const gaps = found.slice(0, input.limit);
  return { gaps, next: found.length > input.limit ? (gaps.at(-1)?.id ?? null) : null };
}

/** Themes the actor may see: those of the own body, those put to the community coordinators, and what is released. */
export async function listThemes(
  db: Db,
  input: ParsedInputOf<typeof api.listThemes>,
  _act: Act,
): Promise<OutputOf<typeof api.listThemes>> {
  const found = await db.all(
    api.listThemes.output.shape.themes.element,
    sql`select t.id, case when o.own or (select gate.actor_role()) = 'community_coordinator' then t.words end as words, t.title,
        t.reworded, t.version,
        case when t.released_at is not null then 'released' when t.reworded_at is not null then 'reworded' else 'proposed' end as state,
        (t.proposed_at at time zone 'Asia/Tokyo')::date as proposed_on,
        (t.released_at at time zone 'Asia/Tokyo')::date as released_on,
        case when o.own then (select count(*)::int from gap_theme_sources s where s.theme_id = t.id) end as gaps
      from gap_themes t
      cross join lateral (select coalesce(t.holder_id = any((select gate.bodies_worked_for())::uuid[]), false) as own) o
      where ${input.after ? sql`t.id < ${input.after}::uuid` : sql`true`}
      order by t.id desc ${limitTo(input.limit + 1)}`,
  );
  const themes = found.slice(0, input.limit);
  return { themes, next: found.length > input.limit ? (themes.at(-1)?.id ?? null) : null };
}
