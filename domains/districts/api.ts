import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { districtChanges } from './model.ts';

export const readTown = operation({
  route: 'GET /town',
  summary: m.districts_town_summary,
  may: 'anyone',
  audit: null,
  input: z.object({}),
  output: z.object({
    /** Null until somebody has founded the town. */
    town: z
      .object({
        code: z.string(),
        name: z.string(),
        sample: z.boolean(),
        sample_day: z.string().nullable(),
      })
      .nullable(),
    today: z.string(),
  }),
});

/** How a district changed: what it was merged into or split into, or what it was called until then. */
const change = z.object({
  kind: z.enum(districtChanges),
  starts_on: z.string(),
  into: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  name_before: z.string().nullable(),
  reason: z.string(),
});
export type DistrictChange = z.output<typeof change>;

const district = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kana: z.string(),
  area: z.string(),
  sort: z.int(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  /** The newest first. */
  changes: z.array(change),
});
export type District = z.output<typeof district>;

export const listDistricts = operation({
  route: 'GET /districts',
  summary: m.districts_list_summary,
  may: 'anyone',
  audit: null,
  input: z.object({}),
  output: z.object({ districts: z.array(district) }),
});

const short = (sentence: () => string) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(40, { error: sentence });

export const openDistrict = operation({
  route: 'POST /districts',
  summary: m.districts_open_summary,
  may: ['administrator'],
  audit: 'district.opened',
  input: z.object({
    id: z.uuid(),
    code: short(m.districts_field_code),
    name: short(m.districts_field_name),
    kana: short(m.districts_field_kana),
    area: short(m.districts_field_area),
    sort: z.int({ error: () => m.districts_field_sort() }).min(0, { error: () => m.districts_field_sort() }),
    starts_on: z.iso.date({ error: () => m.districts_field_starts_on() }),
  }),
  output: z.object({ id: z.uuid() }),
});

const reason = z
  .string({ error: () => m.districts_field_reason() })
  .trim()
  .min(1, { error: () => m.districts_field_reason() })
  .max(300, { error: () => m.districts_field_reason() });

/** 改称: another name from a day on, today at the latest. */
export const renameDistrict = operation({
  route: 'POST /districts/:id/name',
  summary: m.districts_rename_summary,
  may: ['administrator'],
  audit: 'district.renamed',
  input: z.object({
    id: z.uuid(),
    name: short(m.districts_field_name),
    kana: short(m.districts_field_kana),
    starts_on: z.iso.date({ error: () => m.districts_field_starts_on() }),
    reason,
  }),
  output: z.object({ id: z.uuid() }),
});

/** 統合・分割: the district ends the day before; what it kept is taken over by an act of its own. */
export const endDistrict = operation({
  route: 'POST /districts/:id/ending',
  summary: m.districts_end_summary,
  may: ['administrator'],
  audit: 'district.ended',
  input: z.object({
    id: z.uuid(),
    kind: z.enum(['merged', 'split'], { error: () => m.districts_field_kind() }),
    /** One district to be merged into; two or more to be split into. */
    into: z
      .array(z.uuid(), { error: () => m.districts_field_into() })
      .min(1, { error: () => m.districts_field_into() }),
    starts_on: z.iso.date({ error: () => m.districts_field_starts_on() }),
    reason,
  }),
  output: z.object({ id: z.uuid() }),
});
