import { idOf } from '#domains/sample-town.ts';
import { mintId } from '#platform/uuid.ts';
import { measureProcessor } from './machine.ts';
import { port, type Stage, torikai } from './stage.ts';
import { fillVisits, grownTown } from './volume.ts';

/** Rows of a ledger, and the households they are about. */
const rowsOfLedger = 10_000;
const households = 500;
const columns = {
  date: '日付',
  district: '校区',
  household: '世帯番号',
  visitor: '訪問者番号',
  channel: '方法',
  contact: '結果',
  condition: '様子',
};
const channels = ['対面', 'インターホン', '電話', '手紙', '外観', 'メッセージ', 'サロン'];

interface Round {
  readonly upload: number;
  readonly check: number;
  readonly import: number;
  readonly floor: number;
  /** Milliseconds of processor time of server and PostgreSQL, upload to commit. */
  readonly processor: number;
  /** Rows that were new. */
  readonly fresh: number;
}

/** W5: a ledger of 10,000 visits from its upload to its commit, checked, audited and counted. */
export async function importLedger(stage: Stage): Promise<string[]> {
  const lines = [
    '## W5 Take in a ledger of 10,000 visits',
    '',
    'Upload (CSV, UTF-8), columns said, dry run, import: four calls through the API, the middle one of three ledgers. Every row is read',
    'twice (dry run and import), known rows are looked for, and each new one is a visit, an encounter, two who took part and a ledger row.',
    'Floor: 10,000 visits and one audit row by the bare driver in one statement, no gate, one index. Processor: server and PostgreSQL.',
    '',
    ...head,
  ];
  lines.push(await measure(stage, ['2025-04', '2025-05', '2025-06']));
  return lines;
}

/** The same in a town of three million visits. */
export async function importLedgerGrown(stage: Stage): Promise<string[]> {
  await fillVisits(stage.owner, grownTown);
  const lines = ['## W5 again, in the grown town', '', ...head];
  lines.push(await measure(stage, ['2025-07', '2025-08', '2025-09']));
  return lines;
}

const head = [
  '| single visits before | rows/s upload to commit | upload ms | dry run ms | import ms | processor ms | floor rows/s | ours ÷ floor |',
  '|---|---|---|---|---|---|---|---|',
];

async function measure(stage: Stage, months: readonly string[]): Promise<string> {
  const { number, doors } = await prepare(stage);
  const before = await countVisits(stage);
  const rounds: Round[] = [];
  for (const month of months) rounds.push(await takeIn(stage, month, number, doors));
  const [, middle] = rounds.sort((a, b) => totalOf(a) - totalOf(b));
  if (!middle) throw new Error('three rounds were to be measured');
  const perSecond = Math.round((rowsOfLedger * 1000) / totalOf(middle));
  const floor = Math.round((rowsOfLedger * 1000) / middle.floor);
  const written = (await countVisits(stage)) - before;
  // In a grown town a few rows are visits that were recorded one by one before.
  const fresh = rounds.reduce((sum, round) => sum + round.fresh, 0);
  if (written !== fresh) throw new Error(`${written} rows were written, ${fresh} were new`);
  const ms = [middle.upload, middle.check, middle.import, middle.processor].map(Math.round).join(' | ');
  return `| ${before} | ${perSecond} | ${ms} | ${floor} | ${(perSecond / floor).toFixed(2)} |`;
}

function totalOf(round: Round): number {
  return round.upload + round.check + round.import;
}

/** Households as many as a large district has, past the gate: a bench fills tables, it does not test the door. */
async function prepare(stage: Stage): Promise<{ number: string; doors: string[] }> {
  await stage.spy.query(
    `insert into households (id, number, name, kana, kana_key, address, holder_id, district_id, registered_by, registered_at)
     select gen_random_uuid(), 'R7-' || (5000 + i), '見本', 'みほん', 'みほん', '見本町' || i, b.id, b.district_id,
       p.account_id, now()
     from generate_series(1, $1::int) i, bodies b, posts p
     where b.id = $2 and p.id = $3 on conflict do nothing`,
    [households, idOf('body:鳥飼'), idOf('post:furukawa')],
  );
  await stage.spy.query('vacuum analyze households');
  await call(stage, 'POST', '/visitor-numbers', { district_id: torikai });
  const { rows } = await stage.spy.query('select number from visitor_numbers where post_id = $1', [
    idOf('post:koga'),
  ]);
  const found = await stage.spy.query(
    "select number from households where holder_id = $1 and number ~ '^R7-5[0-9]{3}$' order by number limit $2",
    [idOf('body:鳥飼'), households],
  );
  return { number: rows[0].number as string, doors: found.rows.map((row) => row.number as string) };
}

async function takeIn(
  stage: Stage,
  month: string,
  visitor: string,
  doors: readonly string[],
): Promise<Round> {
  const lines = Array.from({ length: rowsOfLedger }, (_, i) => {
    const day = String(1 + ((i * 7) % 28)).padStart(2, '0');
    return `${month}-${day},鳥飼,${doors[i % doors.length]},${visitor},${channels[i % channels.length]},会えた,変わりなし`;
  });
  const text = `${Object.values(columns).join(',')}\r\n${lines.join('\r\n')}\r\n`;
  const file = { name: `${month}.csv`, base64: Buffer.from(text).toString('base64') };
  const id = mintId();
  const before = measureProcessor(stage.processes);
  const at = [performance.now()];
  await call(stage, 'POST', '/ledger-files', { id, kind: 'visits', month, file });
  await call(stage, 'PUT', `/ledger-files/${id}/columns`, { columns });
  at.push(performance.now());
  const check = (await call(stage, 'GET', `/ledger-files/${id}/check`)) as { hash: string; new: number };
  at.push(performance.now());
  await call(stage, 'POST', `/ledger-files/${id}/import`, {
    import_id: mintId(),
    hash: check.hash,
    new: check.new,
    received_from: '見本の会',
  });
  at.push(performance.now());
  const processor = measureProcessor(stage.processes) - before;
  await writeFloor(stage, month);
  at.push(performance.now());
  const [upload = 0, dry = 0, taken = 0, floor = 0] = at.slice(1).map((end, i) => end - (at[i] ?? end));
  return { upload, check: dry, import: taken, floor, processor, fresh: check.new };
}

async function call(stage: Stage, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
    method,
    headers: { ...(await stage.bearer('furukawa')), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function writeFloor({ spy }: Stage, month: string): Promise<void> {
  const ids = Array.from({ length: rowsOfLedger }, () => mintId());
  await spy.query('begin');
  await spy.query(
    `insert into floor.visits (id, household_id, visited_on, channel, contact, condition, district_id)
     select id, id, $2::date, 'face', 'met', 'usual', $3::uuid from unnest($1::uuid[]) id`,
    [ids, `${month}-01`, torikai],
  );
  await spy.query("insert into floor.audit (at, word, subject) values (now(), 'ledger.imported', $1)", [
    ids[0],
  ]);
  await spy.query('commit');
}

async function countVisits({ spy }: Stage): Promise<number> {
  const { rows } = await spy.query("select count(*)::int as n from encounters where kind = 'visit'");
  return rows[0].n as number;
}
