import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { copyItems } from './copy-model.ts';
import { planWriters } from './plan-parts.ts';

const item = z.enum(copyItems, { error: ({ input }) => m.cases_copy_field_unknown({ item: String(input) }) });

const order = z.object({
  /** Null: the usual one, which nobody has compared with the system yet. */
  starts_on: z.string().nullable(),
  confirmed: z.boolean(),
  note: z.string().nullable(),
});

/** What has to be typed of one person into the national statistics system, in its order. */
export const readCopySheet = operation({
  route: 'GET /cases/:case_id/copy-sheet/:client_id',
  summary: m.cases_copy_summary,
  may: planWriters,
  audit: 'copy_sheet.read',
  subjects: ({ client_id }) => [client_id],
  atOneMoment: true,
  input: z.object({ case_id: z.uuid(), client_id: z.uuid() }),
  output: z.object({
    case_id: z.uuid(),
    client_id: z.uuid(),
    case_number: z.string(),
    client_name: z.string().nullable(),
    order,
    items: z.array(z.object({ item, wording: z.string(), value: z.string().nullable() })),
  }),
});

export const printCopySheet = operation({
  route: 'GET /cases/:case_id/copy-sheet/:client_id/file',
  summary: m.cases_copy_print_summary,
  may: planWriters,
  audit: 'copy_sheet.printed',
  subjects: ({ client_id }) => [client_id],
  atOneMoment: true,
  file: true,
  input: z.object({
    case_id: z.uuid(),
    client_id: z.uuid(),
    format: z.enum(['pdf', 'xlsx'], { error: () => m.cases_form_field_format() }).default('pdf'),
  }),
  output: z.unknown(),
});

export const readCopyOrders = operation({
  route: 'GET /copy-orders',
  summary: m.cases_copy_orders_summary,
  may: [...planWriters, 'planner'],
  audit: null,
  input: z.object({}),
  output: z.object({
    /** The newest first. */
    orders: z.array(order.extend({ id: z.uuid(), items: z.array(item) })),
  }),
});

export const setCopyOrder = operation({
  route: 'POST /copy-orders',
  summary: m.cases_copy_set_summary,
  may: ['planner'],
  audit: 'copy_order.set',
  input: z.object({
    id: z.uuid(),
    starts_on: z.iso.date({ error: () => m.cases_copy_field_starts_on() }),
    items: z
      .array(item)
      .min(1, { error: () => m.cases_copy_field_items() })
      .max(copyItems.length),
    confirmed: z.boolean().default(false),
    note: z.string().trim().max(500).nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});
