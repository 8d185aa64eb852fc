import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { operations as townOperations } from '#domains/index.ts';
import { operatorPost } from '#domains/posts/model.ts';
import * as m from '#messages';
import {
  openAddressReader,
  openTlsReader,
  type ReadAddress,
  type ReadTls,
} from '#platform/caller-address.ts';
import type { Database } from '#platform/db.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { projectFolder } from '#platform/house.ts';
import { Refusal } from '#platform/refusal.ts';
import { cameOverTls, serveOperations, tellRefusal } from '#platform/serve.ts';
import { mintId } from '#platform/uuid.ts';
import { publicStyle } from '#ui/public/style.ts';
import { serveContributions } from './contributions.tsx';
import { serveDeliveries } from './deliveries.ts';
import { serveDescription } from './description.tsx';
import { serveEventDoor } from './event-door.tsx';
import { serveGuide } from './guide.tsx';
import { serveJoining } from './joining.tsx';
import { serveLetters } from './letters.tsx';
import { serveMyRecord } from './my-record.tsx';
import { serveNotices } from './notices.tsx';
import { serveOpenData } from './open-data.tsx';
import { serveOwnCalendar } from './own-calendar.ts';
import { servePlaceMap } from './place-map.tsx';
import { servePush } from './push.tsx';
import { serveQuestions } from './questions.ts';
import { openRateLimit } from './rate-limit.ts';
import { keepSession } from './sessions.ts';
import { serveStories } from './stories.tsx';
import { serveWishCards } from './wish-cards.tsx';

export interface AppParts {
  readonly database: Database;
  /** Served when given instead of the town's own table: tests plant leaks with it. */
  readonly operations?: readonly BoundOperation[];
  /** Readiness beyond the database: what is not in order, or null. */
  readonly findTrouble: () => Promise<string | null>;
  /** Calls a second and burst that one address may make; null lifts the limit (tests, benchmarks). */
  readonly rate: { readonly perSecond: number; readonly burst: number } | null;
  /** Where a call comes from; the peer when not given. */
  readonly addressOf?: ReadAddress;
  /** Whether it came over TLS; to us alone when not given. */
  readonly overTls?: ReadTls;
  /** The address of a map with `{latitude}` and `{longitude}`, e.g. of 国土地理院; pages of places lead there. None: they do not. */
  readonly map?: string | undefined;
}

/** Largest body: a scanned sheet of 4 MB as base64, and what is around it. */
const largestBody = 6 * 1024 * 1024;

/** The whole HTTP side: operations, their description, health, and the staff app's files. */
export function createApp(parts: AppParts): Hono {
  const { database, operations = townOperations, findTrouble, rate, addressOf = openAddressReader() } = parts;
  const { overTls = openTlsReader() } = parts;
  const app = new Hono();
  app.use(async (c, next) => {
    c.set('overTls', overTls(c));
    await next();
  });
  app.use(setSecurityHeaders);
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const trouble = await findTrouble();
    return trouble === null ? c.text('ok') : c.text(trouble, 503);
  });
  const limitBody = bodyLimit({
    maxSize: Math.max(largestBody, ...operations.map(({ declared }) => declared.largestInput ?? 0)),
    onError: (c) => tellRefusal(c, new Refusal('too_large', m.platform_refused_too_large()), mintId()),
  });
  // A body that says its length is measured by that where it is read; only one that does not is counted as it comes.
  app.use('/api/*', (c, next) => (saysLength(c) ? next() : limitBody(c, next)));
  serveDescription(app, operations);
  const admitCaller = rate === null ? () => true : openRateLimit(rate);
  app.route(
    '/',
    serveOperations({
      database,
      operations,
      localPost: operatorPost,
      bodyLimit: largestBody,
      addressOf,
      admitCaller,
      afterwards: keepSession,
    }),
  );
  app.get('/public.css', (c) => c.body(publicStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
  const open = { database, operations, admitCaller, addressOf };
  serveDeliveries(app, open);
  serveQuestions(app, open);
  serveMyRecord(app, open);
  serveOwnCalendar(app, open);
  serveLetters(app, { ...open, limited: rate !== null });
  serveWishCards(app, { ...open, limited: rate !== null });
  serveEventDoor(app, { ...open, limited: rate !== null });
  serveContributions(app, { ...open, limited: rate !== null });
  servePush(app, { ...open, limited: rate !== null });
  serveNotices(app, { ...open, limited: rate !== null });
  serveStories(app, { ...open, limited: rate !== null });
  serveGuide(app, { ...open, limited: rate !== null, map: parts.map ?? null });
  servePlaceMap(app);
  serveOpenData(app, { ...open, limited: rate !== null });
  serveJoining(app, { ...open, limited: rate !== null });
  serveFieldApp(app);
  serveStaffApp(app);
  return app;
}

function saysLength(c: Context): boolean {
  const given =
    c.req.header('content-length') !== undefined && c.req.header('transfer-encoding') === undefined;
  return given || c.req.method === 'GET';
}

async function setSecurityHeaders(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  const h = c.res.headers;
  const pictures = ["'self'", 'data:', 'blob:', c.get('picturesFrom')].filter(Boolean).join(' ');
  const framed = c.get('framed') === true;
  h.set(
    'content-security-policy',
    `default-src 'self'; img-src ${pictures}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ${framed ? "'self'" : "'none'"}`,
  );
  h.set('x-content-type-options', 'nosniff');
  h.set('x-frame-options', framed ? 'SAMEORIGIN' : 'DENY');
  h.set('referrer-policy', 'no-referrer');
  h.set('cross-origin-opener-policy', 'same-origin');
  h.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (cameOverTls(c)) h.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/** The pocket app, below the folder its service worker looks after. Page and worker are asked for anew each time. */
function serveFieldApp(app: Hono): void {
  const root = join(projectFolder, 'dist');
  app.get('/field', (c) => c.redirect('/field/'));
  app.use(
    '/field/*',
    serveStatic({
      root,
      precompressed: true,
      onFound: (path, c) =>
        c.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  );
}

/** Files named after their content may be kept for ever; the page that names them may not. */
function serveStaffApp(app: Hono): void {
  const root = join(projectFolder, 'dist/web');
  app.use(
    '/assets/*',
    serveStatic({
      root,
      precompressed: true,
      onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.get('*', (c) => {
    const page = join(root, 'index.html');
    if (!existsSync(page)) return c.text(m.server_not_built(), 503);
    c.header('cache-control', 'no-cache');
    return c.html(readFileSync(page, 'utf8'));
  });
}
