import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { defineEvent, tell } from '#platform/event.ts';

/** What the actor may know of who somebody is. */
export interface NamedPerson {
  /** The name, or how one speaks of somebody without one. */
  readonly name: string;
  readonly born_on: string | null;
}

/**
 * Who these persons are, is asked: the rooms that keep persons fill in those of them whom the actor may know, through the
 * gate. This room keeps ids alone.
 */
export const namesAsked = defineEvent<{
  readonly people: readonly string[];
  readonly found: Map<string, NamedPerson>;
}>('names asked');

/** The persons the actor may know, by id; the others are left out. */
export async function namePeople(
  db: Db,
  people: Iterable<string>,
  act: Act,
): Promise<ReadonlyMap<string, NamedPerson>> {
  const asked = [...new Set(people)];
  const found = new Map<string, NamedPerson>();
  if (asked.length > 0) await tell(namesAsked, db, { people: asked, found }, act);
  return found;
}
