import * as z from 'zod';
import { letterboxRole } from '#domains/letters/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { languages } from '#ui/public/languages.ts';
import { themes } from './model.ts';

const told = z.object({
  id: z.uuid(),
  published_at: z.string(),
  told_by: z.string(),
  district_names: z.array(z.string()),
  themes: z.array(z.enum(themes)),
  shown_from: z.string(),
  shown_until: z.string().nullable(),
  /** By language; Japanese is always among them. */
  texts: z.record(z.string(), z.object({ title: z.string(), words: z.string() })),
});
export type ToldNotice = z.output<typeof told>;

const frame = z.object({
  districts: z.array(z.object({ id: z.uuid(), name: z.string(), kana: z.string() })),
  /** Whether one can be written to by mail. */
  by_mail: z.boolean(),
  /** Whether a device can be told. */
  by_push: z.boolean(),
});

/** What anybody may read: notices of the whole town, and of the district where one is named. */
export const listPublishedNotices = operation({
  route: 'GET /notices-published',
  summary: m.notices_published_summary,
  may: [letterboxRole],
  // Published words.
  audit: null,
  input: z.object({
    district: z.uuid().optional(),
    theme: z.enum(themes).optional(),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: frame.extend({ notices: z.array(told), next: z.uuid().nullable() }),
});

export const readPublishedNotice = operation({
  route: 'GET /notices-published/:id',
  summary: m.notices_published_read_summary,
  may: [letterboxRole],
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: z.object({ notice: told.nullable() }),
});

/** Asks to hear of notices: a letter goes to the address, and only who reads it can say yes. */
export const askForNotices = operation({
  route: 'POST /notice-subscriptions',
  summary: m.notices_ask_summary,
  may: [letterboxRole],
  audit: 'notice_subscription.asked',
  secrets: ['address'],
  input: z.object({
    id: z.uuid(),
    address: z.email().max(254),
    language: z.enum(languages),
    district_ids: z.array(z.uuid()).max(200),
    themes: z.array(z.enum(themes)).max(themes.length),
  }),
  output: z.object({ id: z.uuid() }),
});

const key = z.string().regex(/^[\w-]{10,100}={0,2}$/);

/** Asks to hear of notices on the device one holds; its browser has asked already. Asked anew it takes the place of what was. */
export const askForPush = operation({
  route: 'POST /notice-devices',
  summary: m.notices_push_summary,
  may: [letterboxRole],
  audit: 'notice_subscription.device_asked',
  secrets: ['endpoint', 'keys'],
  input: z.object({
    id: z.uuid(),
    endpoint: z.url().max(1_000),
    keys: z.object({ p256dh: key, auth: key }),
    language: z.enum(languages),
    district_ids: z.array(z.uuid()).max(200),
    themes: z.array(z.enum(themes)).max(themes.length),
  }),
  output: z.object({ id: z.uuid() }),
});

/** The token in one's own letters. */
const proof = z.string().max(100);

/** What one has asked for, to whoever holds the token of the own letters. */
export const readSubscription = operation({
  route: 'GET /notice-subscription',
  summary: m.notices_subscription_summary,
  may: [letterboxRole],
  // Shows nothing about a person but the caller.
  audit: null,
  input: z.object({ proof }),
  output: z.object({
    subscription: z
      .object({
        language: z.enum(languages),
        district_names: z.array(z.string()),
        themes: z.array(z.enum(themes)),
        confirmed: z.boolean(),
      })
      .nullable(),
  }),
});

export const confirmSubscription = operation({
  route: 'POST /notice-subscription/confirmation',
  summary: m.notices_subscribe_summary,
  may: [letterboxRole],
  audit: 'notice_subscription.confirmed',
  secrets: ['proof'],
  input: z.object({ proof }),
  output: z.object({ known: z.boolean() }),
});

export const endSubscription = operation({
  route: 'POST /notice-subscription/end',
  summary: m.notices_end_summary,
  may: [letterboxRole],
  audit: 'notice_subscription.ended',
  secrets: ['proof'],
  input: z.object({ proof }),
  output: z.object({ known: z.boolean() }),
});
