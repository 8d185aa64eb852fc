import { defineEvent } from '#platform/event.ts';

/** A household is no longer looked after by its holder: it moved away, or its entry was closed. */
export const householdClosed = defineEvent<{
  readonly household: string;
  /** The last day it was looked after. */
  readonly on: string;
}>('household closed');
