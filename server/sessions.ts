import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { sessionCookie } from '#platform/serve.ts';

/** Turns a session's secret into a cookie, so that no script of a page ever holds it. */
export function keepSession(c: Context, operation: string, answer: unknown): unknown {
  if (operation === 'signOut') deleteCookie(c, sessionCookie, { path: '/' });
  if (typeof answer !== 'object' || answer === null || !('secret_session' in answer)) return answer;
  const { secret_session, ...rest } = answer;
  if (typeof secret_session !== 'string') return rest;
  const secure = c.req.header('x-forwarded-proto') === 'https';
  setCookie(c, sessionCookie, secret_session, { httpOnly: true, sameSite: 'Lax', path: '/', secure });
  return rest;
}
