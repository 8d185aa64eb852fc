import * as z from 'zod';
import * as m from '#messages';

/** Who keeps places: coordinators those of their districts, a host the own one. */
export const placeKeepers = ['community_coordinator', 'place_host'] as const;
export const placeCoordinators = ['community_coordinator'] as const;

/** Whoever shows a card at the door has no post: the gate gives this one box to put into, as to whoever writes a letter. */
export const doorRole = 'system_letterbox';

/** 入り方: how one gets in. */
export const entries = ['just_come', 'call_first', 'introduction'] as const;
export const entryWords: Record<(typeof entries)[number], () => string> = {
  just_come: m.places_entry_just_come,
  call_first: m.places_entry_call_first,
  introduction: m.places_entry_introduction,
};

/** 参加支援の受入. */
export const willingnesses = ['no', 'yes', 'paused'] as const;
export const willingnessWords: Record<(typeof willingnesses)[number], () => string> = {
  no: m.places_welcomes_no,
  yes: m.places_welcomes_yes,
  paused: m.places_welcomes_paused,
};

/** What may be shown to anybody. `page`: name, what one can do, when, how to get in; the others are added to it. */
export const shownParts = ['page', 'run_by', 'address', 'contact'] as const;
export const shownPartWords: Record<(typeof shownParts)[number], () => string> = {
  page: m.places_shown_page,
  run_by: m.places_shown_run_by,
  address: m.places_shown_address,
  contact: m.places_shown_contact,
};

/** How far back somebody asked, as the town's rule has it: `due` is asked after, `old` is marked and stays where it is. */
export const freshnesses = ['fresh', 'due', 'old'] as const;
export type Freshness = (typeof freshnesses)[number];
export const freshnessWords: Record<Freshness, () => string> = {
  fresh: m.places_fresh,
  due: m.places_due,
  old: m.places_old,
};
/** Until the town sets others: asked after half a year, marked a month later. */
export const firstRule = { months: 6, grace_days: 30 } as const;

export const askingWays = ['letter', 'phone', 'visit', 'message'] as const;

/** How somebody registered: with the host, at an office, by telephone with an office. */
export const registrationWays = ['host', 'office', 'phone'] as const;
/** Also by the person, over the public form. */
export const knownWays = [...registrationWays, 'form'] as const;
export type KnownWay = (typeof knownWays)[number];
export const registrationWayWords: Record<KnownWay, () => string> = {
  host: m.places_registered_host,
  office: m.places_registered_office,
  phone: m.places_registered_phone,
  form: m.places_registered_form,
};

/** Why what came over the public form waits apart. */
export const heldReasons = ['hidden_field', 'too_fast', 'too_many', 'flood'] as const;
/** Longest that can be typed, in characters. */
export const longestRequest = { name: 60, reaching: 100, words: 500 } as const;
/** Days after the event until what was written is forgotten. */
export const requestDays = 30;

/** How it was known that somebody came: from a list of names, by a card that was shown, counted without names. */
export const attendanceWays = ['list', 'card', 'heads'] as const;

/** Full years after the day somebody came or was registered last in which a place may know the name. */
export const yearsNamesAreKept = 2;

export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => m.places_field_time() });

export const patterns = ['weekly', 'monthly'] as const;
/** 開く日の決まり: each week, or on the nth such days of the month; weekdays 1 Monday to 7 Sunday, times in the town. */
export const openingRule = z.object({
  pattern: z.enum(patterns),
  weekday: z.coerce.number().int().min(1).max(7),
  /** Of a month; empty for each week. */
  nth: z.array(z.coerce.number().int().min(1).max(5)),
  from: z.string(),
  until: z.string(),
});
export type OpeningRule = z.output<typeof openingRule>;

/** 休み・臨時: days on which the rules do not hold, or on which it is open besides. */
export const dayKinds = ['closed', 'extra'] as const;
export const dayKindWords: Record<(typeof dayKinds)[number], () => string> = {
  closed: m.places_day_closed,
  extra: m.places_day_extra,
};
export const shownDay = z.object({
  kind: z.enum(dayKinds),
  starts_on: z.string(),
  ends_on: z.string(),
  /** `HH:MM`; of an extra day. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  words: z.string().nullable(),
});
export type ShownDay = z.output<typeof shownDay>;

/** 人数: so many may come on one registration, and so many on one over the public form. */
export const mostHeads = 50;
export const mostHeadsOverForm = 10;

/** What of a place anybody may read. */
export const publishedPlace = z.object({
  id: z.uuid(),
  name: z.string(),
  kana: z.string(),
  what: z.string(),
  district_id: z.uuid().nullable(),
  district_name: z.string().nullable(),
  run_by: z.string().nullable(),
  address: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  times: z.array(openingRule),
  times_words: z.string().nullable(),
  for_whom: z.string().nullable(),
  cost: z.string().nullable(),
  access: z.array(z.string()),
  access_words: z.string().nullable(),
  languages: z.array(z.string()),
  child_care: z.string().nullable(),
  entry: z.enum(entries),
  newcomers: z.boolean(),
  contact: z.string().nullable(),
  confirmed_on: z.string(),
  freshness: z.enum(freshnesses),
});
export type PublishedPlace = z.output<typeof publishedPlace>;
