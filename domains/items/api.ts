import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import {
  facetsOfRecord,
  item,
  itemFacets,
  itemKinds,
  itemOption,
  itemRecords,
  mostOptions,
} from './model.ts';

const definers = ['administrator', 'planner'] as const;
const readers = [
  ...definers,
  'council_officer',
  'gatherer',
  'visitor',
  'commissioner',
  'section_worker',
  'intake_worker',
  'case_coordinator',
  'convener',
] as const;

const text = (sentence: () => string, most: number) =>
  z
    .string({ error: () => sentence() })
    .trim()
    .min(1, { error: () => sentence() })
    .max(most, { error: () => sentence() });
const label = text(m.items_field_label, 60);
const optionLabel = text(m.items_field_option_label, 60);
const reason = text(m.items_field_reason, 500);
const day = (sentence: () => string) => z.iso.date({ error: () => sentence() });

const wording = z.object({
  label,
  hint: text(m.items_field_hint, 200).nullable().default(null),
  unit: text(m.items_field_unit, 10).nullable().default(null),
  required: z.boolean().default(false),
});

export const listItems = operation({
  route: 'GET /items',
  summary: m.items_list_summary,
  may: readers,
  audit: null,
  finishing: true,
  input: z.object({ record: z.enum(itemRecords).optional() }),
  /** In the order in which they are asked, record by record; those that have ended among them. */
  output: z.object({ items: z.array(item) }),
});

const versionOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(
    z.object({
      ...shape,
      version: z.int(),
      written_on: z.string(),
      written_by_name: z.string().nullable(),
    }),
  );

export const readItem = operation({
  route: 'GET /items/:id',
  summary: m.items_read_summary,
  may: definers,
  audit: 'item.read',
  input: z.object({ id: z.uuid() }),
  output: item.extend({
    options: z.array(itemOption.extend({ wordings: versionOf({ label: z.string() }) })),
    /** How it was worded, the newest first. */
    wordings: versionOf({
      label: z.string(),
      hint: z.string().nullable(),
      unit: z.string().nullable(),
      required: z.boolean(),
    }),
    /** Who decided until when it or one of its options is asked, the newest first. */
    endings: z.array(
      z.object({
        id: z.uuid(),
        option_id: z.uuid().nullable(),
        ends_on: z.string().nullable(),
        reason: z.string(),
        decided_on: z.string(),
        decided_by_name: z.string().nullable(),
      }),
    ),
  }),
});

export const addItem = operation({
  route: 'POST /items',
  summary: m.items_add_summary,
  may: definers,
  audit: 'item.added',
  input: wording
    .extend({
      id: z.uuid(),
      record: z.enum(itemRecords, { error: () => m.items_field_record() }),
      facet: z.enum(itemFacets, { error: () => m.items_field_facet() }),
      kind: z.enum(itemKinds, { error: () => m.items_field_kind() }),
      starts_on: day(m.items_field_starts_on),
      /** The answers to choose from, in their order. For 「はい・いいえ」 the two words, はい and いいえ when left out. */
      options: z
        .array(optionLabel)
        .max(mostOptions, { error: () => m.items_field_options() })
        .default([]),
    })
    .refine(({ record, facet }) => facetsOfRecord[record].includes(facet), {
      path: ['facet'],
      error: () => m.items_field_facet(),
    }),
  output: z.object({ id: z.uuid() }),
});

export const rewordItem = operation({
  route: 'PUT /items/:id/wording',
  summary: m.items_reword_summary,
  may: definers,
  audit: 'item.reworded',
  input: wording.extend({
    id: z.uuid(),
    /** The version that was on the screen. */
    version: z.int().min(1),
  }),
  output: z.object({ id: z.uuid() }),
});

export const endItem = operation({
  route: 'POST /items/:id/ending',
  summary: m.items_end_summary,
  may: definers,
  audit: 'item.ended',
  input: z.object({
    id: z.uuid(),
    /** The last day on which it is asked; null when it goes on after all. */
    ends_on: day(m.items_field_ends_on).nullable().default(null),
    reason,
  }),
  output: z.object({ id: z.uuid() }),
});

export const moveItem = operation({
  route: 'POST /items/:id/place',
  summary: m.items_move_summary,
  may: definers,
  audit: 'item.moved',
  input: z.object({ id: z.uuid(), towards: z.enum(['front', 'back']) }),
  output: z.object({ id: z.uuid() }),
});

export const addItemOption = operation({
  route: 'POST /items/:item_id/options',
  summary: m.items_add_option_summary,
  may: definers,
  audit: 'item.option_added',
  input: z.object({
    id: z.uuid(),
    item_id: z.uuid(),
    label: optionLabel,
    starts_on: day(m.items_field_starts_on),
  }),
  output: z.object({ id: z.uuid() }),
});

export const rewordItemOption = operation({
  route: 'PUT /item-options/:id/wording',
  summary: m.items_reword_option_summary,
  may: definers,
  audit: 'item.option_reworded',
  input: z.object({ id: z.uuid(), version: z.int().min(1), label: optionLabel }),
  output: z.object({ id: z.uuid(), item_id: z.uuid() }),
});

export const endItemOption = operation({
  route: 'POST /item-options/:id/ending',
  summary: m.items_end_option_summary,
  may: definers,
  audit: 'item.option_ended',
  input: z.object({
    id: z.uuid(),
    ends_on: day(m.items_field_ends_on).nullable().default(null),
    reason,
  }),
  output: z.object({ id: z.uuid(), item_id: z.uuid() }),
});
