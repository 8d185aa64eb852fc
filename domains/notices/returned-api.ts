import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

/** Largest letter that is read (characters of base64). What comes back may carry what was sent, which is small. */
const largestLetter = 1_400_000;

/** 戻ってきたメール: takes in one that says that a letter could not be delivered (RFC 3464), as the mail server hands it over. */
export const takeReturnedMail = operation({
  route: 'POST /returned-mail',
  summary: m.notices_returned_summary,
  may: ['operator', 'administrator'],
  audit: 'notice.mail_returned',
  input: z.object({
    file: z.object(
      {
        name: z.string().trim().max(200),
        base64: z
          .base64({ error: () => m.notices_returned_none() })
          .max(largestLetter, { error: () => m.notices_returned_large() }),
      },
      { error: () => m.notices_returned_none() },
    ),
  }),
  output: z.object({
    /** `failed`: noted; `delayed`: it is still being tried, and nothing is noted; `unknown`: of no letter of ours, or noted before. */
    outcome: z.enum(['failed', 'delayed', 'unknown']),
  }),
});
