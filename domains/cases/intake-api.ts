import * as z from 'zod';
import { itemFilter } from '#domains/items/filter.ts';
import { answers, typedAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { receivers, shownContact, shownIdentity, windows } from './client-model.ts';
import { consentStates, intakeForm } from './intake-model.ts';

const reason = z
  .string({ error: () => m.cases_field_reason() })
  .trim()
  .min(1, { error: () => m.cases_field_reason() })
  .max(500, { error: () => m.cases_field_reason() });
const version = z.coerce.number().int().min(1);

export const receiveIntake = operation({
  route: 'POST /intakes',
  summary: m.cases_intake_receive_summary,
  may: windows,
  audit: 'intake.received',
  subjects: (_, { client_id }) => [client_id],
  input: intakeForm.extend({
    id: z.uuid(),
    /** A new person's id, or, `known`, that of somebody the body already works with. */
    client_id: z.uuid(),
    /** The person is known here: who it is and how to reach the person stays as it is. */
    known: z.boolean().default(false),
    /** To the town's own items of the day (items). */
    answers: typedAnswers,
    late_reason: reason.nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
});

export const listIntakes = operation({
  route: 'GET /intakes',
  summary: m.cases_intake_list_summary,
  may: windows,
  audit: 'intakes.listed',
  subjects: (_, { intakes }) => intakes.flatMap(({ client_id }) => client_id ?? []),
  input: z.object({
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    channel: z.string().max(40).optional(),
    /** 新規, or what counts as one more contact (延べ). */
    counted: z.enum(['new', 'again']).optional(),
    /** Conditions on the town's own items (items/filter.ts). */
    items: itemFilter,
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    intakes: z.array(
      z.object({
        id: z.uuid(),
        received_on: z.string(),
        channel: z.string(),
        district_name: z.string().nullable(),
        /** Recorded under the post in use. */
        own: z.boolean(),
        withdrawn_reason: z.string().nullable(),
        late_reason: z.string().nullable(),
        /** Null for counts of the time before Kanaeau. */
        client_id: z.uuid().nullable(),
        name: z.string().nullable(),
        called: z.string().nullable(),
        consent: z.enum(consentStates).nullable(),
        /** Whether it counts as new. */
        counted: z.enum(['new', 'again']),
        answers,
      }),
    ),
    next: z.string().nullable(),
  }),
});

/** More rows than this are no list any more that somebody works with; they are taken by part. */
export const mostIntakesExported = 20_000;

/** All first words that a list shows page by page, with the own items; words and addresses stay on their pages. */
export const exportIntakes = operation({
  route: 'GET /intake-export',
  summary: m.cases_intake_export_summary,
  may: windows,
  audit: 'intakes.exported',
  subjects: (_, { clients }) => clients,
  atOneMoment: true,
  file: true,
  bulk: true,
  input: listIntakes.input
    .omit({ after: true, limit: true })
    .extend({ encoding: z.enum(['utf-8', 'cp932']).default('utf-8') }),
  output: z.object({ clients: z.array(z.uuid()) }),
});

export const readIntake = operation({
  route: 'GET /clients/:client_id/intakes/:id',
  summary: m.cases_intake_read_summary,
  may: receivers,
  audit: 'intake.read',
  subjects: ({ client_id }) => [client_id],
  input: z.object({ id: z.uuid(), client_id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    client_id: z.uuid(),
    received_on: z.string(),
    /** Whoever is given it by another body does not see how it came. */
    channel: z.string().nullable(),
    route: z.string(),
    /** Who brought the word, and by which telephone; null where it is another body's: it is not the person's to give. */
    caller_name: z.string().nullable(),
    caller_phone: z.string().nullable(),
    caller_relation: z.string().nullable(),
    trouble: z.string().nullable(),
    wish: z.string().nullable(),
    heard_of: z.string().nullable(),
    consent: z.enum(consentStates),
    entered_for: z.string().nullable(),
    worries: z.array(z.string()),
    worst: z.array(z.string()),
    /** Null where it was not said, or is not given. */
    work: z.string().nullable(),
    housing: z.string().nullable(),
    insurance: z.string().nullable(),
    pension: z.string().nullable(),
    answers,
    /** Whether it counts as new; whoever is given it by another body does not see how it counts. */
    counted: z.enum(['new', 'again']).nullable(),
    version: z.int(),
    recorded_at: z.string(),
    own: z.boolean(),
    withdrawn_reason: z.string().nullable(),
    identity: shownIdentity.extend({ version: z.int() }).nullable(),
    /** Null where it is not given, or only its keepers may see it. */
    contact: shownContact.nullable(),
  }),
});

export const correctIntake = operation({
  route: 'PUT /clients/:client_id/intakes/:id',
  summary: m.cases_intake_correct_summary,
  may: windows,
  audit: 'intake.corrected',
  subjects: ({ client_id }) => [client_id],
  input: intakeForm.extend({
    id: z.uuid(),
    client_id: z.uuid(),
    /** What was corrected: the form, who it is, and how to reach the person; null where that may not be seen. */
    version,
    identity_version: version,
    contact_version: version.nullable().default(null),
    answers: typedAnswers,
    /** Asked for where the day or the way changes, and with it the count. */
    reason: reason.nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
});

export const withdrawIntake = operation({
  route: 'POST /intakes/:id/withdrawal',
  summary: m.cases_intake_withdraw_summary,
  may: windows,
  audit: 'intake.withdrawn',
  input: z.object({ id: z.uuid(), reason }),
  output: z.object({ id: z.uuid() }),
});
