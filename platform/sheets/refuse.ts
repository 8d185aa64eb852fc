import { Refusal } from '../refusal.ts';

/** A file that cannot be read as a table, with the sentence that says what it is and what to do. */
export function refuseFile(sentence: string): Refusal {
  return new Refusal('invalid', sentence, { file: sentence });
}
