import pg from 'pg';
import { mintId } from '#platform/uuid.ts';
import { writeFloorVisit } from './floor.ts';
import { middle, putLoad, ratio, type Shot } from './load.ts';
import { port, type Stage, seconds, torikai } from './stage.ts';

/** W1: a visit is recorded through the API, with gate, audit, encounter and count, by 1, 8 and 32 clients. */
export async function recordVisits(stage: Stage): Promise<string[]> {
  const headers = await stage.bearer('koga');
  const ours = () => shotOfVisit(stage, headers);
  const bare = (): Shot => ({ method: 'POST', path: '/', body: JSON.stringify(floorVisit(stage)) });
  const lines = [
    '## W1 Record a visit through the API',
    '',
    'Ours: sign-in by token, gate, validation, visit, encounter, who took part, count, audit row, memory of the call, one',
    'transaction. Floor: `node:http` + driver, one visit and one audit row. Bare driver: the same without HTTP, in this process.',
    '',
    '| clients | ours /s | p50 ms | p99 ms | HTTP floor /s | p50 ms | bare driver /s | ours ÷ HTTP floor |',
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const clients of [1, 8, 32]) {
    await putLoad(port, clients, 1, ours);
    await putLoad(stage.floorPort, clients, 1, bare);
    const rounds = [];
    for (let i = 0; i < 3; i++) {
      rounds.push({
        ours: await putLoad(port, clients, seconds / 3, ours),
        floor: await putLoad(stage.floorPort, clients, seconds / 3, bare),
        driver: await driverRate(stage, clients, seconds / 3),
      });
    }
    const us = middle(rounds.map((round) => round.ours));
    const floor = middle(rounds.map((round) => round.floor));
    const driver = rounds.map((round) => round.driver).sort((a, b) => a - b)[1] ?? 0;
    lines.push(
      `| ${clients} | ${us.perSecond} | ${us.p50} | ${us.p99} | ${floor.perSecond} | ${floor.p50} | ${driver} | ${ratio(us, floor)} |`,
    );
    if (us.failed > 0) lines.push(`| | ${us.failed} failed | | | | | | |`);
  }
  return lines;
}

let n = 0;

/** The body of one visit, at one door after the other. */
export function nextVisit({ doors }: Stage) {
  n += 1;
  return {
    id: mintId(),
    household_id: doors[n % doors.length] ?? '',
    visited_on: '2026-02-01',
    channel: 'face',
    contact: 'met',
    condition: 'usual',
  };
}

export function shotOfVisit(stage: Stage, headers: Record<string, string>): Shot {
  return {
    method: 'POST',
    path: '/api/visits',
    headers: { ...headers, 'x-kanaeau-call': mintId() },
    body: JSON.stringify(nextVisit(stage)),
  };
}

export function floorVisit(stage: Stage) {
  const { id, household_id, visited_on } = nextVisit(stage);
  return { id, household_id, visited_on, district_id: torikai };
}

async function driverRate(stage: Stage, clients: number, forSeconds: number): Promise<number> {
  const bare = new pg.Pool({ ...stage.app, max: Math.min(clients, 8) });
  const end = performance.now() + forSeconds * 1000;
  let written = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        await writeFloorVisit(bare, floorVisit(stage));
        written += 1;
      }
    }),
  );
  await bare.end();
  return Math.round(written / forSeconds);
}
