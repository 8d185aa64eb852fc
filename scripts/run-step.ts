import { spawnSync } from 'node:child_process';

/** Runs one step on this same Node and ends with it when it fails. */
export function run(script: string, args: readonly string[], env: Record<string, string> = {}): void {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}
