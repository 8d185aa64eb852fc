import type { Act } from './act.ts';
import type { Db } from './db.ts';

/** What one domain does when another says that something has happened: in the same transaction, as the same actor. */
export type Listener<T> = (db: Db, happened: T, act: Act) => Promise<void>;

/** Something a domain announces. Who listens is written in one place, the table of contents. */
export interface Event<T> {
  readonly name: string;
  readonly listeners: Listener<T>[];
}

export function defineEvent<T>(name: string): Event<T> {
  return { name, listeners: [] };
}

/** Adds listeners; they are called in this order. */
export function listen<T>(event: Event<T>, ...listeners: Listener<T>[]): void {
  event.listeners.push(...listeners);
}

/** Announces what has happened. A listener that refuses takes the whole call back. */
export async function tell<T>(event: Event<T>, db: Db, happened: T, act: Act): Promise<void> {
  for (const listener of event.listeners) await listener(db, happened, act);
}
