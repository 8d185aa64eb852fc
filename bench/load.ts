import { Agent, request } from 'node:http';

export interface Load {
  /** Answers a second over the measured time. */
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

export interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/**
 * Keeps `clients` connections busy for `seconds`, each sending its next shot when the last one is answered. The
 * same generator measures us and the floor beside us.
 */
export async function putLoad(
  port: number,
  clients: number,
  seconds: number,
  next: () => Shot,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let failed = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const from = performance.now();
        const status = await shoot(agent, port, next());
        times.push(performance.now() - from);
        if (status !== 200) failed += 1;
      }
    }),
  );
  const took = (performance.now() - start) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  return { perSecond: Math.round(times.length / took), p50: at(0.5), p99: at(0.99), failed };
}

function shoot(agent: Agent, port: number, shot: Shot): Promise<number> {
  return new Promise((done, fail) => {
    const headers: Record<string, string> = { ...shot.headers };
    if (shot.body !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = String(Buffer.byteLength(shot.body));
    }
    const sent = request(
      { agent, host: '127.0.0.1', port, method: shot.method, path: shot.path, headers },
      (answer) => {
        answer.resume();
        answer.once('end', () => done(answer.statusCode ?? 0));
      },
    );
    sent.once('error', fail);
    sent.end(shot.body);
  });
}

/** The load in the middle of several rounds. */
export function middle(loads: Load[]): Load {
  const sorted = [...loads].sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] as Load;
}

export function ratio(ours: Load, beside: Load): string {
  return (ours.perSecond / beside.perSecond).toFixed(2);
}
