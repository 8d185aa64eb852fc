import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { codeEntry, codeLists } from './model.ts';

const label = z
  .string({ error: () => m.codes_field_label() })
  .trim()
  .min(1, { error: () => m.codes_field_label() })
  .max(60, { error: () => m.codes_field_label() });
const day = z.iso.date({ error: () => m.codes_field_day() });

export const listCodes = operation({
  route: 'GET /codes',
  summary: m.codes_list_summary,
  may: 'signed_in',
  audit: null,
  input: z.object({ list: z.enum(codeLists).optional() }),
  output: z.object({ entries: z.array(codeEntry) }),
});

export const addCode = operation({
  route: 'POST /codes',
  summary: m.codes_add_summary,
  may: ['administrator'],
  audit: 'code.added',
  input: z.object({
    id: z.uuid(),
    list: z.enum(codeLists, { error: () => m.codes_field_list() }),
    code: z
      .string({ error: () => m.codes_field_code() })
      .trim()
      .regex(/^[a-z0-9_]{1,40}$/, { error: () => m.codes_field_code() }),
    label,
    starts_on: day,
  }),
  output: z.object({ id: z.uuid() }),
});

export const rewordCode = operation({
  route: 'POST /codes/:id/wordings',
  summary: m.codes_reword_summary,
  may: ['administrator'],
  audit: 'code.reworded',
  input: z.object({ id: z.uuid(), label, from_on: day }),
  output: z.object({ id: z.uuid() }),
});

export const endCode = operation({
  route: 'POST /codes/:id/end',
  summary: m.codes_end_summary,
  may: ['administrator'],
  audit: 'code.ended',
  input: z.object({ id: z.uuid(), ends_on: day }),
  output: z.object({ id: z.uuid() }),
});
