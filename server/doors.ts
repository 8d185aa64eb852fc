import { chmodSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join, relative } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type pg from 'pg';
import * as m from '#messages';
import { writeMetrics } from '#platform/metrics.ts';
import { Refusal } from '#platform/refusal.ts';

/** Closes a door again. */
export type Closing = () => Promise<void>;

/** The web application's door. */
export function openWebDoor(app: Hono, port: number, host: string): Promise<Closing> {
  return listen(getRequestListener(app.fetch), { port, host });
}

/** The name of a Unix socket holds 103 bytes on macOS, 107 on Linux. */
const longestSocketName = 103;

/** Where the terminal's door of a data folder is: by the shorter of its names, since the kernel takes only short ones. */
export function localDoorPath(dataFolder: string): string {
  const path = join(dataFolder, 'server.sock');
  return path.length <= longestSocketName ? path : relative(process.cwd(), path);
}

/** The terminal's door: a socket in the data folder. Whoever may open that folder may use it. */
export async function openLocalDoor(app: Hono, dataFolder: string): Promise<Closing> {
  const path = localDoorPath(dataFolder);
  rmSync(path, { force: true });
  const close = await listen(
    getRequestListener((request) => app.fetch(request, { local: true })),
    { path },
  );
  chmodSync(path, 0o600);
  return async () => {
    await close();
    rmSync(path, { force: true });
  };
}

/** Figures for a monitoring program on this machine, on a port of their own. */
export function openMetricsDoor(pool: pg.Pool, port: number): Promise<Closing> {
  return listen(
    (request, response) => {
      if (request.url !== '/metrics') return void response.writeHead(404).end();
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(
        writeMetrics({
          kanaeau_pool_connections: pool.totalCount,
          kanaeau_pool_waiting: pool.waitingCount,
          kanaeau_memory_bytes: process.memoryUsage.rss(),
        }),
      );
    },
    { port, host: '127.0.0.1' },
  );
}

type Place = { readonly port: number; readonly host: string } | { readonly path: string };

async function listen(listener: RequestListener, place: Place): Promise<Closing> {
  const server = createServer(listener);
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' && 'port' in place;
      fail(taken ? new Refusal('refused', m.server_port_taken({ port: place.port })) : error);
    });
    server.listen(place, done);
  });
  return () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
}
