import * as z from 'zod';
import { kanaPattern, toKanaKey, toPhone } from '#domains/parties/kana.ts';
import type { Role } from '#domains/posts/model.ts';
import * as m from '#messages';

/** Who works with persons at a window (相談員, 多機関協働 担当): writes and reads the own body's records. */
export const windows = ['intake_worker', 'case_coordinator'] as const satisfies readonly Role[];

/** Who may be given a person's record by another body, or sees that of the own. */
export const receivers = [
  ...windows,
  'records_officer',
  'convener',
  'council_officer',
  'community_coordinator',
  'gatherer',
  'commissioner',
  'visitor',
] as const satisfies readonly Role[];

export const sexes = ['female', 'male', 'other', 'unsaid'] as const;
export type Sex = (typeof sexes)[number];
export const sexWords: Record<Sex, () => string> = {
  female: m.cases_sex_female,
  male: m.cases_sex_male,
  other: m.cases_sex_other,
  unsaid: m.cases_sex_unsaid,
};

/** A line or a text that may be left blank: null then. */
export function blankable(longest: number, sentence: () => string) {
  return z
    .string({ error: () => sentence() })
    .transform((typed) => typed.trim() || null)
    .pipe(
      z
        .string()
        .max(longest, { error: () => sentence() })
        .nullable(),
    )
    .nullable()
    .default(null);
}

function phoneField() {
  return z
    .string({ error: () => m.cases_field_phone() })
    .transform(toPhone)
    .pipe(
      z
        .string()
        .regex(/^[0-9+()\- ]*$/, { error: () => m.cases_field_phone() })
        .max(30, { error: () => m.cases_field_phone() }),
    )
    .transform((typed) => typed || null)
    .nullable()
    .default(null);
}

/** Who somebody is. A name may come later; until then one says how one speaks of the person (呼び名). */
export const identity = z.object({
  name: blankable(60, m.cases_field_name),
  kana: z
    .string({ error: () => m.cases_field_kana() })
    .transform((typed) => typed.normalize('NFKC').trim() || null)
    .pipe(
      z
        .string()
        .regex(kanaPattern, { error: () => m.cases_field_kana() })
        .max(60, { error: () => m.cases_field_kana() })
        .nullable(),
    )
    .nullable()
    .default(null),
  called: blankable(60, m.cases_field_called),
  born_on: z.iso
    .date({ error: () => m.cases_field_born_on() })
    .nullable()
    .default(null),
  born_about: blankable(40, m.cases_field_born_about),
  sex: z
    .enum(sexes, { error: () => m.cases_field_sex() })
    .nullable()
    .default(null),
});
export type Identity = z.output<typeof identity>;

/** Who somebody is, as it is shown. */
export const shownIdentity = z.object({
  name: z.string().nullable(),
  kana: z.string().nullable(),
  called: z.string().nullable(),
  born_on: z.string().nullable(),
  born_about: z.string().nullable(),
  sex: z.enum(sexes).nullable(),
});

/** How somebody is reached, as it is shown. */
export const shownContact = z.object({
  address: z.string().nullable(),
  district_id: z.uuid().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  email: z.string().nullable(),
  reaching: z.string().nullable(),
  version: z.int(),
});

/** What a colleague wrote of how somebody is reached, while that was the keepers' to write. */
export const writtenContact = shownContact.omit({ version: true }).extend({
  id: z.uuid(),
  district_name: z.string().nullable(),
  written_at: z.string(),
});
export type WrittenContact = z.output<typeof writtenContact>;

/** Where and how somebody is reached (連絡先). */
export const contact = z.object({
  address: blankable(200, m.cases_field_address),
  district_id: z
    .uuid({ error: () => m.cases_field_district() })
    .nullable()
    .default(null),
  phone: phoneField(),
  mobile: phoneField(),
  email: blankable(200, m.cases_field_email),
  reaching: blankable(300, m.cases_field_reaching),
});
export type Contact = z.output<typeof contact>;

/** Whom a list shows: a name, or how one speaks of somebody whose name is not known. */
export function writePerson({ name, called }: { name: string | null; called: string | null }): string {
  return name ?? m.cases_person_called({ called: called ?? '' });
}

/** ふりがな order; who has no kana yet stands behind all others. */
export function orderKeyOf(kana: string | null): string {
  return (kana && toKanaKey(kana)) || '\uFFFD';
}
