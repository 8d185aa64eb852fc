import { putLoad } from './load.ts';
import { measureMemory, onServer } from './machine.ts';
import { makeFolder, port } from './stage.ts';
import { startServer } from './town.ts';

/** W6: from process start to `/readyz` with the assets built, first and later, and what lies idle in memory. */
export async function start(): Promise<string[]> {
  const folder = makeFolder();
  const first = await startServer(folder, port);
  await first.stop();
  const later: number[] = [];
  for (let i = 0; i < 5; i++) {
    const started = await startServer(folder, port, { KANAEAU_POOL: '4' });
    later.push(started.readyAfter);
    await started.stop();
  }
  const idle = await startServer(folder, port, { KANAEAU_POOL: '4' });
  await putLoad(port, 4, 1, () => ({ method: 'GET', path: '/api/me' }));
  await new Promise((done) => setTimeout(done, 15_000));
  const memory = measureMemory(idle.child.pid ?? 0);
  await idle.stop();
  const whose = onServer ? 'the server, without PostgreSQL' : 'server and PostgreSQL';
  return [
    '## W6 Start and memory',
    '',
    `First start with the sample town planted: ${(first.readyAfter / 1000).toFixed(1)} s from process start to /readyz, assets built.`,
    `Later starts, data there: ${later.sort((a, b) => a - b).join(', ')} ms.`,
    `Idle memory, PSS of all processes (${whose}, pool of 4, without npm): ${memory} MiB.`,
  ];
}
