import * as z from 'zod';
import * as service from '#platform/credentials/sign-on.ts';
import type { Outside, Step } from '#platform/domain.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';

/** What the sign-on service said to a question of ours; `said` null: not what was asked. */
export interface Answer {
  readonly said: service.SignedOn | null;
  /** The invitation that asked, where it was one. */
  readonly invitation: string | null;
}

/** The words with the sign-on service, none of them inside a transaction. */
export const askSignOn: Outside<typeof api.askSignOn> = () => service.askSignOn();
export const askSignOnLink: Outside<typeof api.askSignOnLink> = () => service.askSignOn();
export const finishSignOn: Outside<typeof api.finishSignOn> = readAnswer;
export const linkSignOn: Outside<typeof api.linkSignOn> = readAnswer;

/** Where whoever came in over the service signs out of it too. */
export const signOut: Outside<typeof api.signOut> = async (step) => {
  if (service.nameOfSignOn() === null) return null;
  const way = await step((db, { actor }) =>
    db.maybe(
      z.object({ way: z.string() }),
      sql`select way from sign_ins where session_id = ${actor.session} and outcome = 'opened'`,
    ),
  );
  return way?.way === 'sign_on' ? service.findSignOnExit() : null;
};

const question = z.object({
  invitation_id: z.uuid().nullable(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

/**
 * Takes what was asked, which is good for one answer whatever comes of it, and reads the answer against it.
 *
 * @returns null where nothing was asked, by somebody else, or too long ago
 */
async function readAnswer(
  step: Step,
  { ceremony, answer }: { ceremony: string; answer: string },
): Promise<Answer | null> {
  const asked = await step((db, { now }) =>
    db.maybe(
      question,
      sql`select invitation_id, state, nonce, verifier from gate.take_sign_on(${ceremony}, ${now})`,
    ),
  );
  if (!asked) return null;
  return { said: await service.readSignOnAnswer(answer, asked), invitation: asked.invitation_id };
}
