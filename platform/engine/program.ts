import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import { type Account, refuseSwitch, spawnAs } from './account.ts';
import { codeOf } from './folder.ts';

/** What a program of PostgreSQL gets to see of our environment: nothing of ours, and no `PG…` of somebody else's. */
export function bareEnvironment(home: string): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), HOME: home, LC_ALL: 'C', TZ: 'UTC' };
}

/** Waits until the operating system has started the program, or refuses with the reason it gives. */
export async function hasStarted(child: ChildProcess, account: Account | undefined): Promise<void> {
  if (child.pid !== undefined) return;
  const error = await new Promise<Error>((resolve) => child.once('error', resolve));
  const code = codeOf(error);
  if (account && (code === 'EPERM' || code === 'EINVAL')) throw refuseSwitch(account);
  throw new Refusal('refused', m.engine_cannot_run({ cause: code }));
}

/**
 * Runs a program of PostgreSQL to its end under the database's account.
 * @throws Refusal with the last line it wrote when it fails.
 */
export async function runProgram(
  program: string,
  args: string[],
  as: { account: Account | undefined; home: string },
): Promise<void> {
  const child = spawn(program, args, {
    ...spawnAs(as.account),
    cwd: dirname(program),
    env: bareEnvironment(as.home),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let written = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await hasStarted(child, as.account);
  if ((await ended) !== 0) {
    const cause =
      written
        .trim()
        .split('\n')
        .findLast((line) => /error|fatal/i.test(line)) ?? written.trim();
    throw new Refusal('refused', m.engine_cannot_run({ cause: cause.replace(/^.*?(error|FATAL): +/i, '') }));
  }
}
