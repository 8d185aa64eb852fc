/**
 * A container whose first process reaps nobody: everything of a town is killed with -9, stays there as a zombie, and
 * the town starts again all the same, three times. Not among the tests, since not every machine lets its users have a
 * process space of their own: `node test/no-init.ts`, after `npm run build`, as root or where `unshare` is allowed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '#platform/house.ts';

const port = 4_950;
const rounds = 3;

if (process.argv[2] === 'inside') await liveWithoutInit();
else process.exitCode = await openContainer();

/** The first process starts us and becomes `sleep`, which waits for nobody. */
async function openContainer(): Promise<number> {
  const root = process.getuid?.() === 0;
  const own = root ? [] : ['--user', '--map-root-user'];
  const inside = spawn(
    'unshare',
    [
      ...own,
      '--pid',
      '--fork',
      '--kill-child',
      '--mount-proc',
      'sh',
      '-c',
      '"$0" "$1" inside & exec sleep 600',
    ].concat(process.execPath, fileURLToPath(import.meta.url)),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  const over = (async () => {
    for await (const part of inside.stdout) {
      process.stdout.write(part);
      said += part;
      if (/^(sound|failed)/m.test(said)) return;
    }
  })();
  await Promise.race([over, pause(300_000, undefined, { ref: false })]);
  inside.kill('SIGKILL');
  return said.includes('sound') ? 0 : 1;
}

async function liveWithoutInit(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'kanaeau-no-init-'));
  chmodSync(place, 0o755);
  try {
    for (let round = 0; round <= rounds; round++) {
      const begun = performance.now();
      const server = startServer(join(place, 'data'));
      await waitUntilReady();
      const ready = Math.round(performance.now() - begun);
      console.log(`start ${round + 1}: ready after ${ready} ms, ${countZombies()} zombies beside it`);
      if (round < rounds) await killEverything(server);
      else await stopCleanly(server);
    }
    console.log('sound: killed with -9 three times, started four times');
  } catch (error) {
    console.log(`failed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

function startServer(folder: string): ChildProcess {
  return spawn(process.execPath, [join(projectFolder, 'dist/server/main.js'), '--empty'], {
    env: { PATH: process.env.PATH, KANAEAU_DATA: folder, PORT: String(port), KANAEAU_LOG: 'off' },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
}

/** Server, PostgreSQL and whatever belongs to them: all that lives here but the first process and this one. */
async function killEverything(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  const others = listProcesses().filter((pid) => pid !== 1 && pid !== process.pid && !isZombie(pid));
  for (const pid of others) process.kill(pid, 'SIGKILL');
  await ended;
}

async function stopCleanly(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`the stop ended with ${code}`);
}

async function waitUntilReady(): Promise<void> {
  for (let n = 0; n < 600; n++, await pause(100)) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
  }
  throw new Error('the server did not get ready within a minute');
}

/** Processes that have ended and whom nobody has asked how. */
function countZombies(): number {
  return listProcesses().filter(isZombie).length;
}

function listProcesses(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ' '));
  } catch {
    return false;
  }
}
