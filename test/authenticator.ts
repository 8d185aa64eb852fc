import { setTimeout as pause } from 'node:timers/promises';
import { sampleAuthenticator } from '#domains/posts/fixtures.ts';
import { totpAt } from '#platform/credentials/totp.ts';

const steps = new Map<string, number>();

/** A code is typed and sent within this time, in ms: it must not run out between reading and sending. */
const typing = 12_000;

/**
 * The next code of somebody of the cast. A code works once, by the real clock: the next one each time, from the
 * oldest that is still taken when it has been typed. Who signs in often waits until the next one is taken, as a
 * person with an authenticator does.
 *
 * @param who the sign-in name: each account has used codes of its own
 */
export async function nextCode(who: string): Promise<string> {
  const step = Math.max(Math.floor((Date.now() + typing) / 30_000) - 1, (steps.get(who) ?? 0) + 1);
  steps.set(who, step);
  await pause(Math.max(0, (step - 1) * 30_000 - Date.now()));
  return totpAt(sampleAuthenticator, new Date(step * 30_000));
}
