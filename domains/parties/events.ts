import { defineEvent } from '#platform/event.ts';

/** Households are no longer looked after by their holder: they moved away, or their entries were closed. */
export const householdsClosed = defineEvent<{
  readonly households: readonly string[];
  /** The last day they were looked after. */
  readonly on: string;
}>('households closed');
