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
