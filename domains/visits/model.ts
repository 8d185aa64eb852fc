import * as z from 'zod';
import { answers } from '#domains/items/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import {
  channels,
  channelWords,
  conditions,
  conditionWords,
  contacts,
  contactWords,
  wishIntervals,
} from './kinds.ts';

export * from './kinds.ts';

/** Whose visits are recorded: under which hat, decides what they count for. */
export const visitingRoles = ['visitor', 'commissioner', 'gatherer', 'council_officer'] as const;

/** 次の行動. */
export const nextSteps = ['none', 'again', 'commissioner', 'council', 'care_centre', 'emergency'] as const;
export type NextStep = (typeof nextSteps)[number];
export const nextStepWords: Record<NextStep, () => string> = {
  none: m.visits_next_none,
  again: m.visits_next_again,
  commissioner: m.visits_next_commissioner,
  council: m.visits_next_council,
  care_centre: m.visits_next_care_centre,
  emergency: m.visits_next_emergency,
};

/** 不在予定: why nobody will be at home. A closed list: nobody is asked for more. */
export const absenceReasons = ['hospital', 'family', 'trip'] as const;
export const absenceWords: Record<(typeof absenceReasons)[number], () => string> = {
  hospital: m.visits_absence_hospital,
  family: m.visits_absence_family,
  trip: m.visits_absence_trip,
};

/** How somebody knows a household, who could stand in for a while. */
export const knowings = ['visited', 'came_along', 'looked_in_before'] as const;
export const knowingWords: Record<(typeof knowings)[number], () => string> = {
  visited: m.visits_knows_visited,
  came_along: m.visits_knows_came_along,
  looked_in_before: m.visits_knows_looked_in_before,
};

/** What a household said last about being looked in on. */
export const visitWish = z.object({
  wished: z.boolean(),
  every: z.enum(wishIntervals).nullable(),
  channel: z.enum(channels).nullable(),
  words: z.string().nullable(),
  heard_on: z.string(),
});
export type VisitWish = z.output<typeof visitWish>;

/** What a visit says. Only household, day, channel and contact are asked for; everything else may stay open. */
export const visitContent = z.object({
  visited_on: z.iso.date({ error: () => m.visits_field_visited_on() }),
  visited_at: z.iso
    .time({ precision: -1, error: () => m.visits_field_visited_at() })
    .nullable()
    .default(null),
  minutes: z
    .int({ error: () => m.visits_field_minutes() })
    .min(1, { error: () => m.visits_field_minutes() })
    .max(720, { error: () => m.visits_field_minutes() })
    .nullable()
    .default(null),
  channel: z.enum(channels, { error: () => m.visits_field_channel() }),
  contact: z.enum(contacts, { error: () => m.visits_field_contact() }),
  condition: z
    .enum(conditions, { error: () => m.visits_field_condition() })
    .nullable()
    .default(null),
  next_step: z
    .enum(nextSteps, { error: () => m.visits_field_next_step() })
    .nullable()
    .default(null),
  note: z
    .string()
    .max(2000, { error: () => m.visits_field_note() })
    .nullable()
    .default(null),
});

/** A visit's content as it is kept: days, times and codes as plain text. */
export const storedContent = z.object({
  visited_on: z.string(),
  /** `HH:MM` */
  visited_at: z.string().nullable(),
  minutes: z.int().nullable(),
  channel: z.enum(channels),
  contact: z.enum(contacts),
  condition: z.enum(conditions).nullable(),
  next_step: z.enum(nextSteps).nullable(),
  note: z.string().nullable(),
});
export type StoredContent = z.output<typeof storedContent>;

/** What a visit said before a correction; versions of before there were own items name none. */
export const saidContent = storedContent.extend({ answers: answers.default({}) });

/** One field of a visit as a person reads it. */
export function contentWords(content: StoredContent, field: keyof StoredContent): string {
  const open = m.visits_not_given();
  switch (field) {
    case 'visited_on':
      return formatDay(content.visited_on);
    case 'minutes':
      return content.minutes === null ? open : m.visits_minutes({ minutes: content.minutes });
    case 'channel':
      return channelWords[content.channel]();
    case 'contact':
      return contactWords[content.contact]();
    case 'condition':
      return content.condition ? conditionWords[content.condition]() : open;
    case 'next_step':
      return content.next_step ? nextStepWords[content.next_step]() : open;
    default:
      return content[field] ?? open;
  }
}

/** The fields in which two contents differ. */
export function differingFields(one: StoredContent, other: StoredContent): (keyof StoredContent)[] {
  return storedContent.keyof().options.filter((field) => one[field] !== other[field]);
}
