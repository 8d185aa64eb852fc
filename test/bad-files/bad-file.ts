import type { LedgerKind } from '#domains/ledgers/model.ts';

/** A ledger that cannot be taken in, and what its sender is told. */
export interface BadFile {
  readonly name: string;
  readonly kind: LedgerKind;
  /** What is wrong with it, as the test's name. */
  readonly is: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** 何月分, where the sender said so. */
  readonly month?: string;
  /** The sentence, alone where the file is refused as a whole; with its place where it is named in the dry run. */
  readonly says: string | readonly (readonly [place: string, sentence: string])[];
}

export const tallyHead = '校区,年月,方法,件数';
export const visitsHead = '日付,校区,世帯番号,訪問者番号,方法,結果,様子';
const goodTally = '合川,2025/12,対面,10';

/** A tally ledger as CSV: the rows, or one good one. */
export function tallyText(...rows: readonly string[]): Buffer {
  return Buffer.from(`${[tallyHead, ...(rows.length > 0 ? rows : [goodTally])].join('\r\n')}\r\n`);
}
