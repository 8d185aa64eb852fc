import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { translated } from '#ui/public/languages.ts';

export const readPublicForm = operation({
  route: 'GET /public-form',
  summary: m.letters_public_form_summary,
  may: ['administrator'],
  audit: 'public_form.read',
  input: z.object({}),
  output: z.object({
    /** Bodies that have somebody who would read what comes: a post of an intake worker or case coordinator today. */
    candidates: z.array(z.object({ id: z.uuid(), name: z.string() })),
    windows: z.array(z.uuid()),
    default_id: z.uuid().nullable(),
    set_at: z.string().nullable(),
    /** Bodies with a coordinator today, and the one that reads what is written over the form of wishes. */
    coordinators: z.array(z.object({ id: z.uuid(), name: z.string() })),
    wishes_id: z.uuid().nullable(),
    languages: z.array(
      z.object({
        language: z.enum(translated),
        /** Who vouches for the words as they are now. */
        reviewer: z.string().nullable(),
        recorded_at: z.string().nullable(),
      }),
    ),
  }),
});

export const setPublicForm = operation({
  route: 'POST /public-form',
  summary: m.letters_set_form_summary,
  may: ['administrator'],
  audit: 'public_form.set',
  input: z.object({
    id: z.uuid(),
    /** None: the form is shut. */
    windows: z.array(z.uuid()).max(100).default([]),
    default_id: z.uuid().nullable().default(null),
    /** None: the form of wishes is shut. */
    wishes_id: z.uuid().nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const vouchForLanguage = operation({
  route: 'POST /public-form/languages',
  summary: m.letters_vouch_summary,
  may: ['administrator'],
  audit: 'public_form.language_vouched',
  input: z.object({
    id: z.uuid(),
    language: z.enum(translated, { error: () => m.letters_field_language() }),
    /** Who has read the words and vouches for them. */
    reviewer: z
      .string({ error: () => m.letters_field_reviewer() })
      .trim()
      .min(1, { error: () => m.letters_field_reviewer() })
      .max(100, { error: () => m.letters_field_reviewer() }),
  }),
  output: z.object({ id: z.uuid() }),
});
