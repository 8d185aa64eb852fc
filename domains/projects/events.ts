import { defineEvent } from '#platform/event.ts';

/** What was confirmed has been gathered for the committee's table: a copy, to which others lay what belongs beside it. */
export const answersGathered = defineEvent<{
  readonly gathering: string;
  /** The year that was asked about. */
  readonly fiscal_year: number;
}>('answers gathered');
