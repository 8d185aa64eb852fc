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
