import type { Outcome, Standing } from './model.ts';

/** What became of one stored call, as the phone is told. */
export interface Receipt {
  readonly call: string;
  readonly outcome: Outcome;
  /** For a refused one: what is not possible, and what to do. */
  readonly sentence?: string;
}

/** What the house says to a phone, and signs. */
export interface Answer {
  readonly phone: string;
  readonly standing: Standing;
  /** The house's clock (ISO instant). */
  readonly at: string;
  readonly receipts: readonly Receipt[];
}

/** What became of one question a phone asked. `stale`: its clock is not the house's; to be asked anew by `at`. */
export type PhoneAnswer = { readonly call: string } & (
  | { readonly outcome: 'answered'; readonly said: unknown }
  | { readonly outcome: 'refused'; readonly sentence: string }
  | { readonly outcome: 'stale' | 'unreadable' }
);

/** What the house answers a phone that asks; no answers for one that may not ask any more. */
export interface PhoneAnswers {
  readonly standing: Standing;
  /** The house's clock (ISO instant). */
  readonly at: string;
  readonly answers: readonly PhoneAnswer[];
}
