import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { windows } from './client-model.ts';
import { intakeForm } from './intake-model.ts';

const reason = z
  .string({ error: () => m.cases_field_reason() })
  .trim()
  .min(1, { error: () => m.cases_field_reason() })
  .max(500, { error: () => m.cases_field_reason() });

export const receiveIntake = operation({
  route: 'POST /intakes/received',
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
    late_reason: reason.nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
});
