import * as z from 'zod';
import { sorts } from '#domains/wishes/model.ts';
import * as m from '#messages';

/** 出してくださるもの */
export const kinds = ['people', 'place', 'skills', 'goods'] as const;
export const kindWords: Record<(typeof kinds)[number], () => string> = {
  people: m.contributions_kind_people,
  place: m.contributions_kind_place,
  skills: m.contributions_kind_skills,
  goods: m.contributions_kind_goods,
};

/** Who insures what happens meanwhile. */
export const insurances = ['own', 'council', 'not_needed', 'open'] as const;
export const insuranceWords: Record<(typeof insurances)[number], () => string> = {
  own: m.contributions_insurance_own,
  council: m.contributions_insurance_council,
  not_needed: m.contributions_insurance_not_needed,
  open: m.contributions_insurance_open,
};

/** 載せてよい範囲: with the name, without it, or nothing. */
export const permissions = ['named', 'unnamed', 'nothing'] as const;
export const permissionWords: Record<(typeof permissions)[number], () => string> = {
  named: m.contributions_allows_named,
  unnamed: m.contributions_allows_unnamed,
  nothing: m.contributions_allows_nothing,
};

/** A contribution, as a coordinator reads it. */
export const shownContribution = z.object({
  id: z.uuid(),
  participant_id: z.uuid(),
  participant_name: z.string(),
  sort: z.enum(sorts),
  offer_id: z.uuid(),
  offer_words: z.string(),
  kinds: z.array(z.enum(kinds)),
  conditions: z.string().nullable(),
  insurance: z.enum(insurances),
  insurance_words: z.string().nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  /** The newest word of the organisation; null: it was not asked yet. */
  allows: z.enum(permissions).nullable(),
});
export type ShownContribution = z.output<typeof shownContribution>;
