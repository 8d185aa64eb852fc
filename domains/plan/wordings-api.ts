import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { code, wordedParts } from './model.ts';
import { author, note, planners, planReaders, wording, written } from './parts.ts';

const part = z.enum(wordedParts);

export const rewordPart = operation({
  route: 'POST /plan-rewordings',
  summary: m.plan_reword_summary,
  may: planners,
  audit: 'plan.reworded',
  input: z.object({
    id: z.uuid(),
    plan_id: z.uuid(),
    part,
    /** The row that is worded: of a vision the plan itself, of an owner's name for the plan the body. */
    part_id: z.uuid(),
    /** The version this one follows, as its writer saw it. */
    after_version: z.int().min(1),
    wording,
    note,
  }),
  output: written,
});

export const wordingVersion = z.object({
  version: z.int(),
  wording: z.string(),
  note: z.string().nullable(),
  /** Null for the wording that the book began with. */
  author: author.nullable(),
  on: z.string().nullable(),
});

export const listWordings = operation({
  route: 'GET /plans/:plan/wordings',
  summary: m.plan_list_wordings_summary,
  may: planReaders,
  audit: null,
  input: z.object({ plan: code }),
  output: z.object({
    plan: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
    parts: z.array(
      z.object({
        part,
        part_id: z.uuid(),
        /** Its place among its kind; the body whose name for the plan it is. */
        number: z.int(),
        body: z.string().nullable(),
        /** Newest first: the first is the one that holds. */
        versions: z.array(wordingVersion).min(1),
      }),
    ),
  }),
});
