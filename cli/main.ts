import { readFileSync } from 'node:fs';
import * as m from '#messages';
import type { BoundOperation } from '#platform/domain.ts';
import { silenceLog } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import { mintId } from '#platform/uuid.ts';
import { makeBackup } from './backup.ts';
import { seekOperation } from './find.ts';
import { flagsOf, mintsId, type OwnOptions, readFlags, WrongUsage } from './flags.ts';
import { describeAll, describeOne } from './help.ts';
import { exportOpenly, importOpenly } from './open-format.ts';
import { openWay } from './open-way.ts';
import { proveAudit } from './prove.ts';
import { restoreBackup } from './restore.ts';
import { deliver, say } from './say.ts';

/** How it ended, for whoever calls us from a program: done, refused or failed, not written as it must be. */
const [done, failed, wrong] = [0, 1, 2] as const;

async function run([name, ...args]: readonly string[]): Promise<number> {
  const asked = args.includes('--help') || args.includes('-h');
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(describeAll());
    return name === undefined ? wrong : done;
  }
  if (!asked) {
    if (name === 'backup') return makeBackup(args, process.env).then(() => done);
    if (name === 'restore') return restoreBackup(args, process.env).then(() => done);
    if (name === 'export') return exportOpenly(args, process.env).then(() => done);
    if (name === 'import') return importOpenly(args, process.env).then(() => done);
    if (name === 'verify-audit') return (await proveAudit(args, process.env)) ? done : failed;
  } else if (
    ['backup', 'restore', 'export', 'import', 'verify-audit', 'report'].includes(name) &&
    args.length === 1
  ) {
    process.stdout.write(describeAll());
    return done;
  }
  const { bound, rest } = choose(name, args);
  if (asked) process.stdout.write(describeOne(bound));
  else await perform(bound, rest);
  return done;
}

/** `call list-audit`, `list-audit` and `report evaluation`, which is `print-evaluation`. */
function choose(name: string, args: readonly string[]): { bound: BoundOperation; rest: readonly string[] } {
  const named = name === 'call' || name === 'report' ? args[0] : name;
  const bound = named && seekOperation(name === 'report' ? `print-${named}` : named);
  if (!bound)
    throw new WrongUsage(m.cli_wrong_command({ name: named === name ? name : `${name} ${named ?? ''}` }));
  return { bound, rest: named === name ? args : args.slice(1) };
}

async function perform(bound: BoundOperation, args: readonly string[]): Promise<void> {
  const { own, input: flagged } = readFlags(flagsOf(bound.declared), args);
  const input = { ...readJson(own), ...flagged };
  if (mintsId(bound.declared)) input.id ??= mintId();
  const way = await openWay(own, process.env);
  try {
    deliver(await way.perform(bound, input, own.call ?? mintId()), own);
  } finally {
    await way.close();
  }
}

function readJson({ json }: OwnOptions): Record<string, unknown> {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json === '-' ? readFileSync(0, 'utf8') : json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // The sentence below says it.
  }
  throw new WrongUsage(m.cli_wrong_json());
}

function tellFailure(error: unknown): number {
  if (error instanceof WrongUsage) {
    say(error.message);
    return wrong;
  }
  if (error instanceof Refusal) {
    say(error.message);
    for (const [field, sentence] of Object.entries(error.fields ?? {})) say(`  ${field}: ${sentence}`);
    return failed;
  }
  say(m.cli_bug());
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return failed;
}

silenceLog();
process.exitCode = await run(process.argv.slice(2)).catch(tellFailure);
