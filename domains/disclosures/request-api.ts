import * as z from 'zod';
import { bodyKinds } from '#domains/posts/bodies.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { checks, outcomes, requesters, requestKinds, requestStates, steps, ways } from './model.ts';

const officers = ['records_officer'] as const;

const words = (sentence: () => string, most = 2000) =>
  z
    .string({ error: () => sentence() })
    .trim()
    .min(1, { error: () => sentence() })
    .max(most, { error: () => sentence() });

const rule = z.object({
  id: z.uuid(),
  body_kind: z.enum(bodyKinds),
  law: z.string(),
  days: z.int(),
  extension_days: z.int(),
  fee: z.string(),
  starts_on: z.string(),
});
export type DisclosureRule = z.output<typeof rule>;

export const listDisclosureRules = operation({
  route: 'GET /disclosure-rules',
  summary: m.disclosures_rules_summary,
  may: 'signed_in',
  audit: null,
  input: z.object({}),
  output: z.object({ rules: z.array(rule) }),
});

export const setDisclosureRule = operation({
  route: 'POST /disclosure-rules',
  summary: m.disclosures_rule_summary,
  may: ['administrator'],
  audit: 'disclosure.rule_set',
  input: z.object({
    id: z.uuid(),
    body_kind: z.enum(bodyKinds, { error: () => m.disclosures_field_body_kind() }),
    law: words(m.disclosures_field_law, 200),
    days: z.coerce
      .number({ error: () => m.disclosures_field_days() })
      .int()
      .min(1)
      .max(365),
    extension_days: z.coerce
      .number({ error: () => m.disclosures_field_days() })
      .int()
      .min(0)
      .max(365),
    fee: words(m.disclosures_field_fee, 200),
    starts_on: z.iso.date({ error: () => m.disclosures_field_starts_on() }),
  }),
  output: z.object({ id: z.uuid() }),
});

const request = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(requestKinds),
  requester_name: z.string(),
  requester_is: z.enum(requesters),
  received_on: z.string(),
  /** The last day for the decision, extensions counted in. */
  due_on: z.string(),
  state: z.enum(requestStates),
  outcome: z.enum(outcomes).nullable(),
});
export type DisclosureRequest = z.output<typeof request>;

export const receiveRequest = operation({
  route: 'POST /disclosure-requests',
  summary: m.disclosures_receive_summary,
  may: officers,
  audit: 'disclosure_request.received',
  input: z.object({
    id: z.uuid(),
    kind: z.enum(requestKinds, { error: () => m.disclosures_field_kind() }),
    way: z.enum(ways, { error: () => m.disclosures_field_way() }),
    requester_name: words(m.disclosures_field_requester, 200),
    requester_is: z.enum(requesters, { error: () => m.disclosures_field_requester_is() }),
    checked: z.enum(checks, { error: () => m.disclosures_field_checked() }),
    words: words(m.disclosures_field_request_words),
    received_on: z.iso.date({ error: () => m.disclosures_field_received_on() }),
  }),
  output: z.object({ id: z.uuid() }),
});

export const listRequests = operation({
  route: 'GET /disclosure-requests',
  summary: m.disclosures_requests_summary,
  may: officers,
  audit: 'disclosure_requests.listed',
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ requests: z.array(request), next: z.string().nullable() }),
});

const step = z.object({
  id: z.uuid(),
  step: z.enum(steps),
  outcome: z.enum(outcomes).nullable(),
  words: z.string(),
  due_on: z.string().nullable(),
  taken_on: z.string(),
});

export const readRequest = operation({
  route: 'GET /disclosure-requests/:id',
  summary: m.disclosures_request_summary,
  may: officers,
  audit: 'disclosure_request.read',
  input: z.object({ id: z.uuid() }),
  output: request.extend({
    way: z.enum(ways),
    checked: z.enum(checks),
    words: z.string(),
    law: z.string(),
    fee: z.string(),
    steps: z.array(step),
  }),
});

export const takeRequestStep = operation({
  route: 'POST /disclosure-requests/:request_id/steps',
  summary: m.disclosures_step_summary,
  may: officers,
  audit: 'disclosure_request.step_taken',
  input: z.object({
    id: z.uuid(),
    request_id: z.uuid(),
    step: z.enum(steps, { error: () => m.disclosures_field_step() }),
    outcome: z
      .enum(outcomes, { error: () => m.disclosures_field_outcome() })
      .nullable()
      .default(null),
    /** The reason, as it stands in the letter. */
    words: words(m.disclosures_field_reason),
  }),
  output: z.object({ id: z.uuid() }),
});

export const printDecision = operation({
  route: 'GET /disclosure-requests/:id/letter',
  summary: m.disclosures_letter_summary,
  may: officers,
  audit: 'disclosure_request.letter_printed',
  file: true,
  input: z.object({ id: z.uuid() }),
  output: z.unknown(),
});
