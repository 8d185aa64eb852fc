import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { cameOverTls, sessionCookie } from '#platform/serve.ts';

/**
 * Turns a session's secret into a cookie, so that no script of a page ever holds it: `HttpOnly`, `SameSite=Lax`, and
 * `Secure` and bound to this host alone (`__Host-`) where the call came over TLS. It lasts as long as the session says, or until the browser is closed.
 */
export function keepSession(c: Context, operation: string, answer: unknown): unknown {
  const secure = cameOverTls(c);
  const name = sessionCookie(c);
  if (operation === 'signOut') deleteCookie(c, name, { path: '/', secure });
  if (typeof answer !== 'object' || answer === null || !('secret_session' in answer)) return answer;
  const { secret_session, ...rest } = answer;
  if (typeof secret_session !== 'string') return rest;
  const days = 'kept_days' in rest && typeof rest.kept_days === 'number' ? rest.kept_days : 0;
  setCookie(c, name, secret_session, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure,
    ...(days > 0 && { maxAge: days * 86_400 }),
  });
  return rest;
}
