import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

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

const district = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kana: z.string(),
  area: z.string(),
  sort: z.int(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
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
