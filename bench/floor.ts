import { createServer, type Server } from 'node:http';
import pg from 'pg';
import { readFloorCase } from './floor-case.ts';

/**
 * What the same work costs with nothing around it: a `node:http` server and the driver, on bare tables in the
 * same database, without gate, audit chain, encounter, validation or routing.
 */
export async function makeFloorTables(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(`
    create schema if not exists floor;
    drop table if exists floor.visits, floor.audit;
    create table floor.visits (id uuid primary key, household_id uuid not null, visited_on date not null,
      channel text not null, contact text not null, condition text, district_id uuid not null, note text);
    create index on floor.visits (district_id, visited_on, id);
    create table floor.audit (id uuid primary key default gen_random_uuid(), at timestamptz not null, word text not null,
      subject uuid not null);
    grant usage on schema floor to kanaeau_app;
    grant all on all tables in schema floor to kanaeau_app;`);
  await client.end();
}

export async function dropFloorTables(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query('drop schema if exists floor cascade');
  await client.end();
}

export interface FloorVisit {
  readonly id: string;
  readonly household_id: string;
  readonly district_id: string;
  readonly visited_on: string;
}

/** One visit and one audit row in one transaction: four round trips, as a plain service writes it. */
export async function writeFloorVisit(pool: pg.Pool, v: FloorVisit): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'floor-visit',
      text: "insert into floor.visits (id, household_id, visited_on, channel, contact, condition, district_id) values ($1, $2, $3, 'face', 'met', 'usual', $4)",
      values: [v.id, v.household_id, v.visited_on, v.district_id],
    });
    await client.query({
      name: 'floor-audit',
      text: "insert into floor.audit (at, word, subject) values (now(), 'visit.recorded', $1)",
      values: [v.household_id],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

export async function listFloorVisits(pool: pg.Pool, district: string): Promise<unknown[]> {
  const { rows } = await pool.query({
    name: 'floor-list',
    text: `select v.id, v.household_id, v.visited_on, v.channel, v.contact, v.condition, v.note from floor.visits v
      where v.district_id = $1 order by v.visited_on desc, v.id desc limit 50`,
    values: [district],
  });
  return rows;
}

/** @param past of a login that row-level security does not hold back */
export async function serveFloor(pool: pg.Pool, past: pg.Pool): Promise<{ port: number; server: Server }> {
  const server = createServer((request, response) => {
    const answer = (body: unknown) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    if (request.method === 'GET') {
      const asked = new URL(request.url ?? '/', 'http://x').searchParams;
      const id = asked.get('case');
      if (id) readFloorCase(past, id).then(answer);
      else listFloorVisits(pool, asked.get('district') ?? '').then((visits) => answer({ visits }));
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const visit = JSON.parse(Buffer.concat(parts).toString()) as FloorVisit;
      writeFloorVisit(pool, visit).then(() => answer({ id: visit.id }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, server };
}
