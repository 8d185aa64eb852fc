import type { Hono } from 'hono';
import { readOwnCalendar } from '#domains/calendars/api.ts';
import { writeOwnCalendar } from '#domains/calendars/own-calendar.ts';
import * as m from '#messages';
import { dayOf } from '#platform/act.ts';
import { hashSecret } from '#platform/credentials/secrets.ts';
import { writeCalendar } from '#platform/icalendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { Refusal } from '#platform/refusal.ts';
import { mintId } from '#platform/uuid.ts';
import { hasMark, markOf } from './marks.ts';
import type { PublicParts } from './my-record.tsx';

/**
 * 予定表: the days of a post, to whoever has its secret address. The post is entered by the address and asked this one thing, so that
 * its calendar can hold nothing that the post itself may not see. An address that opens nothing is one answer, whatever the reason.
 */
export function serveOwnCalendar(
  app: Hono,
  { database, operations, admitCaller, addressOf }: PublicParts,
): void {
  const bound = operations.find(({ declared }) => declared === readOwnCalendar);
  app.get('/calendars/own/:file', async (c) => {
    c.header('cache-control', 'private, no-cache');
    if (!admitCaller(addressOf(c), false)) return c.text('', 429);
    const [, token] = /^([\w-]{43})\.ics$/.exec(c.req.param('file')) ?? [];
    try {
      if (!bound || !token) throw new Refusal('not_found', m.platform_refused_not_found());
      const credential = { kind: 'calendar', hash: hashSecret(token) } as const;
      const days = (await perform(database, bound, credential, {}, mintId())) as OutputOf<
        typeof readOwnCalendar
      >;
      const body = writeCalendar(writeOwnCalendar(days, dayOf(database.clock())));
      if (hasMark(c, markOf(body))) return c.body(null, 304);
      return c.body(body, 200, { 'content-type': 'text/calendar; charset=utf-8' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.text(m.platform_refused_not_found(), 404);
    }
  });
}
