import { defineEvent } from '#platform/event.ts';

/**
 * A post has been ended. Told to the administrator's transaction with `app.ending_post` set to the post, so that
 * policies can let a listener at the rows of this post and no others.
 */
export const postEnded = defineEvent<{
  readonly post: string;
  /** The last day it is held. */
  readonly ends_on: string;
  readonly reason: string;
}>('post ended');

/** A town has been founded; told as `system_founder`. */
export const townFounded = defineEvent<{ readonly code: string }>('town founded');

/** An ending was withdrawn before its day. Told as `postEnded` is, with the same setting. */
export const endingWithdrawn = defineEvent<{
  readonly post: string;
  /** The last day that no longer is one. */
  readonly ended_on: string;
}>('ending withdrawn');

/**
 * A post has a successor, from a day on. Told as `postEnded` is, with `app.succeeding_post` set to the successor, so that
 * policies can let a listener at what passes from the one to the other.
 */
export const postSucceeded = defineEvent<{
  readonly post: string;
  readonly successor: string;
  /** The first day of the successor. */
  readonly starts_on: string;
}>('post succeeded');

/**
 * The group of a district that ended was taken over by another (承継). Told to the administrator's transaction with
 * `app.passing_district` and `app.taking_district` set, so that policies can let a listener at what passes and nothing else.
 */
export const groupTakenOver = defineEvent<{
  readonly district: string;
  readonly group: string;
  readonly into_district: string;
  readonly into_group: string;
  /** The first month, by its first day, that is gathered by the other group. */
  readonly first_month: string;
}>('group taken over');
