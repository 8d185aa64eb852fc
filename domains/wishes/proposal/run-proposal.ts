import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { ProposalJob, ProposalWord } from './propose.child.ts';
import { type Limits, type Progress, type Proposal, usualLimits } from './propose.ts';
import type { Town } from './town.ts';

const mayHoldMegabytes = 4096;

// By package name and subpath: the path holds from the sources and from a bundle alike.
const locate = createRequire(import.meta.url).resolve;

interface Asked {
  readonly limits?: Limits;
  /** Ends the work at once, wherever it stands; the promise is then refused with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called with each phase, and up to ten times a second while it works. */
  readonly tell?: (progress: Progress) => void;
}

/**
 * `propose` in a process of its own, so that the server goes on answering and the work can be ended from outside. It
 * gets the town and nothing else: an empty environment and no connection. Whoever runs several at once pays with memory.
 *
 * @throws Error as `propose` does, or when the process ends before it has answered
 */
export function runProposal(
  town: Town,
  { limits = usualLimits, signal, tell }: Asked = {},
): Promise<Proposal> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const job: ProposalJob = { town, limits };
    const worker = fork(locate('#domains/wishes/proposal/propose.child.ts'), {
      env: {},
      execArgv: [`--max-old-space-size=${mayHoldMegabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const stop = () => {
      worker.kill('SIGKILL');
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (word: ProposalWord) => {
      if ('progress' in word) return tell?.(word.progress);
      if ('proposal' in word) resolve(word.proposal);
      else reject(new Error(word.failure));
      worker.disconnect();
    });
    worker.once('error', reject);
    worker.once('exit', (code, killed) => {
      signal?.removeEventListener('abort', stop);
      reject(new Error(`the proposal ended before it was made (${killed ?? code})`));
    });
    worker.send(job);
  });
}
