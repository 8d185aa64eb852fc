import * as m from '#messages';
import type { Role } from './model.ts';

/** 異動の種類: what a row of the file does. */
export const transferChanges = ['ended', 'reappointed', 'given'] as const;
export type TransferChange = (typeof transferChanges)[number];
export const transferChangeWords: Record<TransferChange, () => string> = {
  ended: m.posts_transfer_ended,
  reappointed: m.posts_transfer_reappointed,
  given: m.posts_transfer_given,
};

/** The columns of the file, in the order of the sheet that can be downloaded. */
export const transferColumns = [
  'change',
  'sign_in_name',
  'name',
  'kana',
  'body',
  'role',
  'district',
  'starts_on',
  'ends_on',
  'reason',
] as const;
export type TransferColumn = (typeof transferColumns)[number];
export const transferColumnWords: Record<TransferColumn, () => string> = {
  change: m.posts_transfer_column_change,
  sign_in_name: m.posts_label_sign_in_name,
  name: m.posts_transfer_column_name,
  kana: m.posts_label_kana,
  body: m.posts_transfer_column_body,
  role: m.posts_transfer_column_role,
  district: m.posts_label_district,
  starts_on: m.posts_transfer_column_starts_on,
  ends_on: m.posts_transfer_column_ends_on,
  reason: m.posts_label_reason,
};

/** Other headings the same column is known by. */
export const otherHeadings: Partial<Record<TransferColumn, readonly (() => string)[]>> = {
  sign_in_name: [m.posts_transfer_also_number],
  name: [m.posts_label_name],
  kana: [m.posts_transfer_also_kana],
  starts_on: [m.posts_transfer_also_starts_on],
  ends_on: [m.posts_transfer_also_ends_on],
};

/** Bytes of the largest file that is taken: thousands of posts are far below it. */
export const largestTransfer = 2 * 1024 * 1024;

/** Most rows of one file. */
export const mostTransferRows = 3000;

/** What is wrong with a row, and in which column, as the file names it. */
export interface TransferProblem {
  /** As a spreadsheet counts: the first row is 1. Null: the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly says: string;
}

/** What a row asks for, read and found to be possible as far as the file alone can tell. */
export type TransferAct =
  | {
      readonly change: 'ended';
      readonly row: number;
      readonly person: Person;
      readonly post: string;
      readonly ends_on: string;
      readonly reason: string;
    }
  | {
      readonly change: 'reappointed';
      readonly row: number;
      readonly person: Person;
      readonly post: string;
      readonly ends_on: string | null;
    }
  | {
      readonly change: 'given';
      readonly row: number;
      readonly person: Person;
      readonly place: Place;
      readonly starts_on: string;
      readonly ends_on: string | null;
    };

interface Person {
  /** Null: somebody new, who is invited. */
  readonly account: string | null;
  readonly sign_in_name: string;
  readonly name: string;
  readonly kana: string;
}

export interface Place {
  readonly role: Role;
  readonly body: string;
  readonly district: string | null;
}
