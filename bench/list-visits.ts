import { putLoad, ratio, type Shot } from './load.ts';
import { port, type Stage, seconds, torikai } from './stage.ts';
import { fillVisits, grownTown } from './volume.ts';

const readers = [
  ['visitor, own round', 'koga'],
  ['gatherer, district', 'furukawa'],
] as const;

/** W2: the newest 50 visits, as the visitor who made them and as the gatherer of the district. */
export async function listVisits(stage: Stage): Promise<string[]> {
  await fillFloor(stage);
  return [
    '## W2 List of 50 visits',
    '',
    'Ours: sign-in, gate, the list with names of household and visitor, audit row of the read. Floor: `node:http` + driver, 50 rows of',
    'one table.',
    '',
    ...(await listBeside(stage)),
  ];
}

/** The same in a town of three million visits. */
export async function listGrownVisits(stage: Stage): Promise<string[]> {
  await fillVisits(stage.owner, grownTown);
  await fillFloor(stage);
  return ['## W2 again, with 3 million visits in the town', '', ...(await listBeside(stage))];
}

async function listBeside(stage: Stage): Promise<string[]> {
  const lines = [
    '| reader | ours /s | p50 ms | p99 ms | HTTP floor /s | p50 ms | ours ÷ HTTP floor |',
    '|---|---|---|---|---|---|---|',
  ];
  for (const [reader, who] of readers) {
    const headers = await stage.bearer(who);
    const list = (): Shot => ({ method: 'GET', path: '/api/visits?limit=50', headers });
    await putLoad(port, 8, 1, list);
    const ours = await putLoad(port, 8, seconds, list);
    const floor = await putLoad(stage.floorPort, 8, seconds, floorList);
    lines.push(
      `| ${reader} | ${ours.perSecond} | ${ours.p50} | ${ours.p99} | ${floor.perSecond} | ${floor.p50} | ${ratio(ours, floor)} |`,
    );
  }
  return lines;
}

export function floorList(): Shot {
  return { method: 'GET', path: `/?district=${torikai}` };
}

/** Gives the floor the same visits to list. */
export async function fillFloor({ spy }: Stage): Promise<void> {
  await spy.query(
    `insert into floor.visits (id, household_id, visited_on, channel, contact, condition, district_id)
     select v.id, v.household_id, v.visited_on, v.channel, v.contact, v.condition, v.district_id from visits v
     where v.district_id = $1 on conflict do nothing`,
    [torikai],
  );
  await spy.query('vacuum analyze floor.visits');
  await spy.query('vacuum analyze visits');
}
