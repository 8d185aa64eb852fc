import { defineEvent } from '#platform/event.ts';

/**
 * 支援措置: from now on nobody but its keepers sees where this person is. Told to the transaction of the records officer who
 * decides.
 */
export const addressProtected = defineEvent<{ readonly person: string }>('address protected');

/** The protection has ended: the address is as others' again. */
export const addressReopened = defineEvent<{ readonly person: string }>('address reopened');
