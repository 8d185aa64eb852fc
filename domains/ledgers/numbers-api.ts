import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

const keepers = ['gatherer', 'council_officer'] as const;

export const listVisitorNumbers = operation({
  route: 'GET /visitor-numbers',
  summary: m.ledgers_numbers_summary,
  may: keepers,
  audit: 'visitor_numbers.listed',
  input: z.object({ district: z.uuid().optional() }),
  output: z.object({
    visitors: z.array(
      z.object({
        post_id: z.uuid(),
        name: z.string().nullable(),
        role: z.string(),
        district_name: z.string(),
        starts_on: z.string(),
        ends_on: z.string().nullable(),
        /** Null: none has been given yet. */
        number: z.string().nullable(),
        /** What it was before corrections, the newest first. */
        former: z.array(z.object({ number: z.string(), until: z.string(), reason: z.string() })),
      }),
    ),
  }),
});

/** The same as a CSV file, of one district or of all. */
export const exportVisitorNumbers = operation({
  route: 'GET /visitor-number-export',
  summary: m.ledgers_numbers_export_summary,
  may: keepers,
  audit: 'visitor_numbers.exported',
  subjects: (_, { accounts }) => accounts,
  file: true,
  bulk: true,
  input: z.object({
    district: z.uuid().optional(),
    encoding: z.enum(['utf-8', 'cp932']).default('utf-8'),
  }),
  output: z.object({ accounts: z.array(z.uuid()) }),
});

export const numberVisitors = operation({
  route: 'POST /visitor-numbers',
  summary: m.ledgers_number_summary,
  may: keepers,
  audit: 'visitors.numbered',
  input: z.object({ district_id: z.uuid() }),
  output: z.object({ posts: z.array(z.uuid()) }),
});

/** The numbers that the paper has already: typed, or brought in from a list. */
export const writeVisitorNumbers = operation({
  route: 'POST /visitor-numbers/written',
  summary: m.ledgers_number_write_summary,
  may: keepers,
  audit: 'visitor_numbers.written',
  input: z.object({
    district_id: z.uuid(),
    numbers: z
      .array(z.object({ number: z.string().max(100), name: z.string().max(200) }))
      .min(1, { error: () => m.ledgers_numbers_needs_lines() })
      .max(200, { error: () => m.ledgers_numbers_needs_lines() }),
  }),
  output: z.object({ posts: z.array(z.uuid()) }),
});

/** A number that was given wrongly becomes another one. */
export const correctVisitorNumber = operation({
  route: 'POST /visitor-numbers/:post_id/correction',
  summary: m.ledgers_number_correct_summary,
  may: keepers,
  audit: 'visitor_number.corrected',
  input: z.object({
    post_id: z.uuid(),
    number: z
      .string({ error: () => m.ledgers_numbers_unreadable() })
      .trim()
      .min(1, { error: () => m.ledgers_numbers_unreadable() })
      .max(100, { error: () => m.ledgers_numbers_unreadable() }),
    reason: z
      .string({ error: () => m.ledgers_number_field_reason() })
      .trim()
      .min(1, { error: () => m.ledgers_number_field_reason() })
      .max(300, { error: () => m.ledgers_number_field_reason() }),
  }),
  output: z.object({ post_id: z.uuid() }),
});
