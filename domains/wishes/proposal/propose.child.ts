/**
 * A process of its own that makes one proposal and ends. The search holds the thread it runs on for as long as it takes;
 * whoever no longer wants it ends the process (docs/decisions/0008-press-in-a-child-process.md).
 */
import { type Limits, type Progress, type Proposal, propose } from './propose.ts';
import type { Town } from './town.ts';

export interface ProposalJob {
  readonly town: Town;
  readonly limits: Limits;
}

export type ProposalWord =
  | { readonly progress: Progress }
  | { readonly proposal: Proposal }
  | { readonly failure: string };

const saysEveryMs = 100;

process.once('message', ({ town, limits }: ProposalJob) => {
  let said = Number.NEGATIVE_INFINITY;
  let phase: string | undefined;
  const tell = (progress: Progress) => {
    if (progress.phase === phase && performance.now() < said + saysEveryMs) return;
    said = performance.now();
    phase = progress.phase;
    say({ progress });
  };
  try {
    say({ proposal: propose(town, limits, tell) });
  } catch (error) {
    say({ failure: error instanceof Error ? error.message : String(error) });
  }
});
process.once('disconnect', () => process.exit());

function say(word: ProposalWord): void {
  process.send?.(word);
}
