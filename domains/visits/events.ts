import { defineEvent } from '#platform/event.ts';
import type { Condition, Contact } from './model.ts';

/** What of a visit may ask for somebody. */
export interface WorryingVisit {
  readonly visit: string;
  readonly household: string;
  readonly visited_on: string;
  readonly contact: Contact;
  readonly condition: Condition | null;
}

/** A visit was recorded, or says something else now, and is not the usual: somebody was absent, or all is not well. */
export const visitWorries = defineEvent<WorryingVisit>('visit worries');
