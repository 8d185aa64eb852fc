import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { roles } from './model.ts';
import { renewalStates } from './renewal-model.ts';

/** 改選: the posts whose terms end on one day, decided in one act; and what of them is vacant. */
const administrators = ['administrator'] as const;

const lastDay = z.iso.date({ error: () => m.posts_field_ends_on() });
const named = z.object({ id: z.uuid(), name: z.string() });

const counts = z.object({
  posts: z.int(),
  undecided: z.int(),
  reappointed: z.int(),
  succeeded: z.int(),
  vacant: z.int(),
});

const renewal = counts.extend({ role: z.enum(roles), ends_on: z.string() });
export type ListedRenewal = z.output<typeof renewal>;

/** Days on which terms of a role end: those to come, and those of the last 90 days. */
export const listRenewals = operation({
  route: 'GET /renewals',
  summary: m.posts_renewals_summary,
  may: administrators,
  audit: 'renewals.listed',
  input: z.object({}),
  output: z.object({ renewals: z.array(renewal) }),
});

const renewedPost = z.object({
  id: z.uuid(),
  account: named,
  body: named,
  district: named.nullable(),
  state: z.enum(renewalStates),
  terms: z.int(),
  /** The last day after a re-appointment. */
  ends_on: z.string().nullable(),
  successor: z.object({ post: z.uuid(), name: z.string(), starts_on: z.string() }).nullable(),
});
export type RenewedPost = z.output<typeof renewedPost>;

export const readRenewal = operation({
  route: 'GET /renewals/:role/:ends_on',
  summary: m.posts_renewal_read_summary,
  may: administrators,
  audit: 'renewal.read',
  subjects: (_, { posts }) => [...new Set(posts.map(({ account }) => account.id))],
  input: z.object({
    role: z.enum(roles),
    ends_on: z.iso.date(),
    /** One district's posts; every post when left out. */
    district: z.uuid().optional(),
  }),
  output: z.object({
    /** By district, in the town's order; null is the whole town. */
    districts: z.array(counts.extend({ district: named.nullable() })),
    posts: z.array(renewedPost),
  }),
});

/** Who follows: somebody with an account by its sign-in name, or somebody new who is invited. */
const successor = z.object({
  sign_in_name: z
    .string({ error: () => m.posts_field_successor() })
    .trim()
    .max(40)
    .default(''),
  name: z.string().trim().max(100).default(''),
  kana: z.string().trim().max(100).default(''),
});
export type Successor = z.output<typeof successor>;

/** Decides for some posts of a renewal, all or none. Who is left out stays undecided. */
export const decideRenewal = operation({
  route: 'POST /renewals/:role/:ends_on/decisions',
  summary: m.posts_renewal_decide_summary,
  may: administrators,
  audit: 'renewal.decided',
  subjects: (_, { accounts }) => accounts,
  input: z.object({
    role: z.enum(roles),
    ends_on: lastDay,
    /** The last day of the new term. */
    next_ends_on: lastDay,
    decisions: z
      .array(
        z.object({
          post_id: z.uuid(),
          /** Undecided rows are left as they are. */
          decision: z.enum(renewalStates),
          successor: successor.optional(),
        }),
        { error: () => m.posts_field_decisions() },
      )
      .min(1, { error: () => m.posts_field_decisions() })
      .max(2000),
  }),
  output: z.object({
    accounts: z.array(z.uuid()),
    /** Of those who were invited; shown once. */
    secret_codes: z
      .array(z.object({ account: z.uuid(), name: z.string(), sign_in_name: z.string(), code: z.string() }))
      .nullable(),
  }),
});

const vacancy = z.object({
  /** The post that ended. */
  id: z.uuid(),
  role: z.enum(roles),
  body: named,
  district: named.nullable(),
  /** Who held it last. */
  last_holder: z.string(),
  since: z.string(),
  acting: z.array(z.object({ post: z.uuid(), name: z.string(), ends_on: z.string().nullable() })),
});
export type Vacancy = z.output<typeof vacancy>;

/** 欠員: posts that ended and that nobody follows, with who stands in. */
export const listVacancies = operation({
  route: 'GET /vacancies',
  summary: m.posts_vacancies_summary,
  may: ['administrator', 'gatherer', 'council_officer'],
  audit: 'vacancies.listed',
  input: z.object({ id: z.uuid().optional(), district: z.uuid().optional() }),
  output: z.object({ vacancies: z.array(vacancy) }),
});

/** Fills a vacancy: the successor takes over the round, and whoever stood in is done the day before. */
export const fillVacancy = operation({
  route: 'POST /vacancies/:id/successor',
  summary: m.posts_vacancy_fill_summary,
  may: administrators,
  audit: 'vacancy.filled',
  subjects: (_, { account }) => [account],
  input: z.object({
    id: z.uuid(),
    starts_on: z.iso.date({ error: () => m.posts_field_starts_on() }),
    ends_on: lastDay.nullable().default(null),
    successor,
  }),
  output: z.object({ id: z.uuid(), account: z.uuid(), secret_code: z.string().nullable() }),
});
