import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { roles, signInOutcomes, signInWays } from './model.ts';

/** Who is signed in, ended by administrators, and who signed in when or could not. No address of a machine is kept. */
const administrators = ['administrator'] as const;
const logReaders = ['administrator', 'auditor'] as const;

const openSession = z.object({
  id: z.uuid(),
  account: z.object({ id: z.uuid(), name: z.string(), sign_in_name: z.string() }),
  role: z.enum(roles).nullable(),
  district: z.string().nullable(),
  way: z.enum(signInWays).nullable(),
  second_factor: z.boolean(),
  created_at: z.string(),
  /** The last call, to the minute. */
  seen_at: z.string(),
  current: z.boolean(),
});
export type OpenSession = z.output<typeof openSession>;

export const listOpenSessions = operation({
  route: 'GET /sessions',
  summary: m.posts_open_sessions_summary,
  may: administrators,
  audit: 'sessions.listed',
  subjects: (_, { sessions }) => [...new Set(sessions.map(({ account }) => account.id))],
  input: z.object({
    account: z.uuid().optional(),
    role: z.enum(roles).optional(),
    /** Id of the last session of the page before. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ sessions: z.array(openSession), next: z.string().nullable() }),
});

export const endSessionOf = operation({
  route: 'DELETE /sessions/:id',
  summary: m.posts_session_end_of_summary,
  may: administrators,
  audit: 'session.ended_by_administrator',
  subjects: (_, { account }) => [account],
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), account: z.uuid() }),
});

/** All sessions of an account; its programs' keys too where `and_keys` says so. */
export const endSessionsOf = operation({
  route: 'DELETE /accounts/:id/sessions',
  summary: m.posts_sessions_end_of_summary,
  may: administrators,
  audit: 'sessions.ended_by_administrator',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid(), and_keys: z.boolean().default(false) }),
  output: z.object({ id: z.uuid(), ended: z.int() }),
});

const signInEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  /** Null: a name or a proof that belongs to nobody here. */
  account_id: z.uuid().nullable(),
  /** Null where the reader's post does not see names. */
  name: z.string().nullable(),
  sign_in_name: z.string().nullable(),
  way: z.enum(signInWays),
  outcome: z.enum(signInOutcomes),
});
export type SignInEntry = z.output<typeof signInEntry>;

const filter = z.object({
  from: z.iso.date({ error: () => m.posts_field_log_day() }).optional(),
  until: z.iso.date({ error: () => m.posts_field_log_day() }).optional(),
  account: z.uuid({ error: () => m.posts_field_log_account() }).optional(),
  outcome: z.enum(signInOutcomes).optional(),
  way: z.enum(signInWays).optional(),
});

export const listSignIns = operation({
  route: 'GET /sign-ins',
  summary: m.posts_sign_ins_summary,
  may: logReaders,
  audit: 'sign_ins.listed',
  input: filter.extend({
    /** `<moment>_<id>` of the last row of the page before. */
    after: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ sign_ins: z.array(signInEntry), next: z.string().nullable() }),
});

/** More rows than this are taken by part. */
export const mostSignInsExported = 20_000;

export const exportSignIns = operation({
  route: 'GET /sign-in-export',
  summary: m.posts_sign_ins_export_summary,
  may: logReaders,
  audit: 'sign_ins.exported',
  subjects: (_, { accounts }) => accounts,
  atOneMoment: true,
  file: true,
  bulk: true,
  input: filter.extend({ encoding: z.enum(['utf-8', 'cp932']).default('utf-8') }),
  output: z.object({ accounts: z.array(z.uuid()) }),
});
