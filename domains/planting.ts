import type { InputOf, Operation, OutputOf } from '#platform/operation.ts';

/**
 * How the sample town comes to be: every domain's `fixtures.ts` plants its part through the same operations that
 * people use, as a member of the cast, at an instant of the town's own calendar. Nothing is random.
 */
export interface Planting {
  /**
   * Performs an operation under a post of the cast.
   *
   * @param who the cast's key of the post, e.g. `furukawa`
   * @param at ISO instant on which the town's clock stands meanwhile
   */
  call<Op extends Operation>(who: string, at: string, op: Op, input: InputOf<Op>): Promise<OutputOf<Op>>;
  /** The id that belongs to a name in the sample town, e.g. `district:鳥飼`, `body:鳥飼`, `post:koga`. */
  id(name: string): string;
  /** Tells how far planting has come, for the progress bar: a sentence and a share from 0 to 1. */
  say(sentence: string, share: number): void;
}
