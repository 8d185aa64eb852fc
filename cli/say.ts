import { existsSync, writeFileSync } from 'node:fs';
import * as m from '#messages';
import { codeOf } from '#platform/engine/folder.ts';
import { Refusal } from '#platform/refusal.ts';
import { openSaying } from '../server/progress.ts';
import { type OwnOptions, WrongUsage } from './flags.ts';
import { isFile } from './way.ts';

/** A sentence for the person at the terminal; answers alone go to standard output. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** A bar on a terminal; where output is kept, nothing. */
export function openBar(): { show(sentence: string, share: number): void; done(): void } {
  if (!process.stderr.isTTY) return { show: () => undefined, done: () => undefined };
  const { progress, done } = openSaying(process.stderr);
  return { show: progress, done };
}

/** Where an answer goes: a file as it is, anything else as JSON; into `--out` or to standard output. */
export function deliver(answer: unknown, { out }: OwnOptions): void {
  const bytes = isFile(answer) ? answer.bytes : Buffer.from(`${JSON.stringify(answer, null, 2)}\n`);
  if (out !== undefined) {
    writeOut(out, bytes);
    say(m.cli_written({ file: out }));
    return;
  }
  if (isFile(answer) && process.stdout.isTTY) throw new WrongUsage(m.cli_out_needed());
  process.stdout.write(bytes);
}

function writeOut(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new Refusal('refused', m.cli_out_unwritable({ file, cause: codeOf(error) }));
  }
}

/** @throws WrongUsage when the file that is to be read is not there */
export function needFile(file: string | undefined, flag: string): string {
  if (file === undefined) throw new WrongUsage(m.cli_wrong_needs({ flag }));
  if (!existsSync(file)) throw new WrongUsage(m.cli_wrong_value({ flag, value: file }));
  return file;
}
