import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { PressAnswer, PressJob } from './press.ts';

const jobMayTakeMs = 60_000;
const pressRestsAfterMs = 15_000;

interface Waiting {
  resolve: (pdf: Uint8Array) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

// By package name and subpath: the paths hold from the sources and from a bundle alike.
const locate = createRequire(import.meta.url).resolve;
const waiting = new Map<number, Waiting>();
let press: ChildProcess | undefined;
let rest: NodeJS.Timeout | undefined;
let lastId = 0;

/**
 * Typesets a Typst template (a package path such as `#platform/typesetting/paper.typ`) and answers a tagged
 * PDF/UA-1. `data` reaches the template as JSON in `sys.inputs.data`, never as source. Equal input gives equal
 * bytes. Any number of calls may run at once; the work is done in a process that starts with the first call
 * and ends when nothing is asked of it. A template that does not compile is a bug and throws an Error.
 */
export function typeset({ template, data }: { template: string; data: unknown }): Promise<Uint8Array> {
  const job: PressJob = { id: ++lastId, template: locate(template), data: JSON.stringify(data) };
  const printer = startPress();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => printer.kill('SIGKILL'), jobMayTakeMs);
    waiting.set(job.id, { resolve, reject, timer });
    printer.send(job);
  });
}

function startPress(): ChildProcess {
  clearTimeout(rest);
  if (press) {
    press.ref();
    press.channel?.ref();
    return press;
  }
  const started = fork(locate('#platform/typesetting/press.ts'), fontFolders(), {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  started.on('message', (answer: PressAnswer) => settle(answer));
  started.once('error', (error) => losePress(started, error));
  started.once('exit', (code, signal) =>
    losePress(started, new Error(`the press ended while it was printing (${signal ?? code})`)),
  );
  press = started;
  return started;
}

function settle(answer: PressAnswer): void {
  const asked = waiting.get(answer.id);
  if (!asked) return;
  waiting.delete(answer.id);
  clearTimeout(asked.timer);
  if ('pdf' in answer) asked.resolve(answer.pdf);
  else asked.reject(new Error(answer.failure));
  if (waiting.size === 0) letPressRest();
}

/** A program that is otherwise done may end at once; a server keeps the press warm for a moment. */
function letPressRest(): void {
  press?.unref();
  press?.channel?.unref();
  rest = setTimeout(() => {
    const rested = press;
    press = undefined;
    rested?.disconnect();
  }, pressRestsAfterMs).unref();
}

function losePress(lost: ChildProcess, error: Error): void {
  if (press !== lost) return;
  press = undefined;
  clearTimeout(rest);
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(error);
  }
  waiting.clear();
}

function fontFolders(): string[] {
  return ['400Regular/NotoSansJP_400Regular', '700Bold/NotoSansJP_700Bold'].map((face) =>
    dirname(locate(`@expo-google-fonts/noto-sans-jp/${face}.ttf`)),
  );
}
