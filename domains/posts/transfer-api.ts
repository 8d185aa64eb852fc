import * as z from 'zod';
import * as m from '#messages';
import { csvEncodings } from '#platform/csv.ts';
import { operation } from '#platform/operation.ts';
import { roles } from './model.ts';
import { largestTransfer, transferChanges } from './transfer-model.ts';

/** 異動: many endings, terms and new posts at once, from one file. For administrators. */
const administrators = ['administrator'] as const;

const reason = z
  .string({ error: () => m.posts_field_reason() })
  .trim()
  .min(1, { error: () => m.posts_field_reason() })
  .max(300, { error: () => m.posts_field_reason() });

/** CSV (UTF-8 or Shift_JIS) or the one sheet of an xlsx; what it is is taken from its bytes. */
const file = z.object(
  {
    name: z.string({ error: () => m.posts_field_transfer_file() }).max(200),
    base64: z.base64({ error: () => m.posts_field_transfer_file() }),
  },
  { error: () => m.posts_field_transfer_file() },
);
// Base64 is a third longer than the bytes it carries.
const largestInput = Math.ceil(largestTransfer * 1.4);

const problem = z.object({ row: z.int().nullable(), column: z.string().nullable(), says: z.string() });

/** What a row will do or has done. */
const change = z.object({
  row: z.int(),
  change: z.enum(transferChanges),
  name: z.string(),
  sign_in_name: z.string(),
  role: z.enum(roles),
  body: z.string(),
  district: z.string().nullable(),
  /** The first day of a new post or term; null where it ends. */
  starts_on: z.string().nullable(),
  /** The last day; null until further notice. */
  ends_on: z.string().nullable(),
  invited: z.boolean(),
});
export type ListedChange = z.output<typeof change>;

const trial = z.object({
  rows: z.int(),
  /** Rows that say nothing, or what stands there already. */
  unchanged: z.int(),
  changes: z.array(change),
  problems: z.array(problem),
  /** What is possible and worth a second look. */
  doubts: z.array(problem),
  /** The same file was done before. */
  known: z.object({ id: z.uuid(), done_on: z.string() }).nullable(),
});
export type Trial = z.output<typeof trial>;

/** The dry run: says what the file would do, row by row, and changes nothing. */
export const tryTransfer = operation({
  route: 'POST /post-transfers/trial',
  summary: m.posts_transfer_try_summary,
  may: administrators,
  audit: 'transfer.tried',
  largestInput,
  input: z.object({ file }),
  output: z.object({
    /** Not remembered with the call, since it names people. */
    secret_trial: trial.nullable(),
  }),
});

const code = z.object({
  account: z.uuid(),
  name: z.string(),
  sign_in_name: z.string(),
  /** To be printed and handed over; shown once. */
  code: z.string(),
});
export type PrintedPerson = z.output<typeof code>;

/** All rows or none. The same file again changes nothing and answers the first receipt. */
export const carryOutTransfer = operation({
  route: 'POST /post-transfers',
  summary: m.posts_transfer_carry_out_summary,
  may: administrators,
  audit: 'transfer.done',
  subjects: (_, { accounts }) => accounts,
  largestInput,
  input: z.object({ id: z.uuid(), file }),
  output: z.object({
    /** The transfer of which the receipt is: an earlier one where the file is known. */
    id: z.uuid(),
    accounts: z.array(z.uuid()),
    secret_codes: z.array(code).nullable(),
  }),
});

const receipt = z.object({
  id: z.uuid(),
  file_name: z.string(),
  done_on: z.string(),
  done_by: z.string(),
  ended: z.int(),
  reappointed: z.int(),
  given: z.int(),
  invited: z.int(),
  unchanged: z.int(),
  withdrawn: z.object({ on: z.string(), by: z.string(), reason: z.string() }).nullable(),
});
export type ListedTransfer = z.output<typeof receipt>;

export const listTransfers = operation({
  route: 'GET /post-transfers',
  summary: m.posts_transfers_summary,
  may: administrators,
  audit: 'transfers.listed',
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ transfers: z.array(receipt), next: z.string().nullable() }),
});

export const readTransfer = operation({
  route: 'GET /post-transfers/:id',
  summary: m.posts_transfer_read_summary,
  may: administrators,
  audit: 'transfer.read',
  subjects: (_, { changes }) => [...new Set(changes.map(({ account }) => account))],
  input: z.object({ id: z.uuid() }),
  output: receipt.extend({
    /** SHA-256 of the file, in hexadecimal. */
    file_hash: z.string(),
    changes: z.array(
      change.extend({
        account: z.uuid(),
        post: z.uuid(),
        effective_on: z.string(),
        /** Withdrawing the transfer now would take it back. */
        withdrawable: z.boolean(),
      }),
    ),
    /** How many of the people it invited have not set a password yet. */
    waiting: z.int(),
  }),
});

/** Takes back what has not taken effect yet; the rest stays and is said to. */
export const withdrawTransfer = operation({
  route: 'POST /post-transfers/:id/withdrawal',
  summary: m.posts_transfer_withdraw_summary,
  may: administrators,
  audit: 'transfer.withdrawn',
  subjects: (_, { accounts }) => accounts,
  input: z.object({ id: z.uuid(), reason }),
  output: z.object({ id: z.uuid(), accounts: z.array(z.uuid()), withdrawn: z.int(), kept: z.int() }),
});

/** New codes for those it invited who have not set a password yet; earlier ones no longer work. */
export const renewTransferCodes = operation({
  route: 'POST /post-transfers/:id/codes',
  summary: m.posts_transfer_codes_summary,
  may: administrators,
  audit: 'transfer.codes_renewed',
  subjects: (_, { accounts }) => accounts,
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), accounts: z.array(z.uuid()), secret_codes: z.array(code).nullable() }),
});

/** Today's posts in the columns of a transfer, to be edited and given back; or the columns alone. */
export const exportTransferSheet = operation({
  route: 'GET /post-transfer-sheet',
  summary: m.posts_transfer_sheet_summary,
  may: administrators,
  audit: 'transfer_sheet.exported',
  subjects: (_, { accounts }) => accounts,
  file: true,
  bulk: true,
  input: z.object({
    what: z.enum(['posts', 'blank']).default('posts'),
    /** A workbook keeps the zeros of a number that is a name; `encoding` is of CSV. */
    form: z.enum(['xlsx', 'csv']).default('csv'),
    encoding: z.enum(csvEncodings).default('utf-8'),
  }),
  output: z.object({ accounts: z.array(z.uuid()) }),
});

/** 終了の取りやめ: an ending whose day is still to come; the post runs on as its last term says. */
export const withdrawEnding = operation({
  route: 'POST /posts/:id/ending-withdrawal',
  summary: m.posts_ending_withdraw_summary,
  may: administrators,
  audit: 'post.ending_withdrawn',
  subjects: (_, { account }) => [account],
  input: z.object({ id: z.uuid(), reason }),
  output: z.object({ id: z.uuid(), account: z.uuid() }),
});
