/** One measurement of the proposal in a process of its own, so that its memory is its own: arguments in, one line of JSON out. */
import { inventManyRules, inventTown } from '#domains/wishes/proposal/invent.ts';
import { propose } from '#domains/wishes/proposal/propose.ts';
import { chooseGreedily, type Greedy } from './proposal-greedy.ts';
import { solveAsProgram } from './proposal-program.ts';

export type Way = 'ours' | 'greedy' | 'general';

export interface Measured extends Greedy {
  readonly seconds: number;
  /** MiB above what the process held before with the town in it. */
  readonly mib: number;
  readonly gap?: number;
  readonly candidates: number;
}

const [way, parties, reach, rules] = process.argv.slice(2);
const plain = inventTown(Number(parties), Number(reach));
const town = rules === 'ruled' ? { ...plain, rules: inventManyRules(plain) } : plain;
const before = process.memoryUsage().rss;
const began = performance.now();
const answer = await measure(way as Way);
const seconds = (performance.now() - began) / 1000;
const mib = Math.round(process.resourceUsage().maxRSS / 1024 - before / 2 ** 20);
process.stdout.write(
  JSON.stringify(answer && { seconds, mib, candidates: town.candidates.length, ...answer }) ?? '',
);

async function measure(one: Way): Promise<(Greedy & { gap?: number; seconds?: number }) | undefined> {
  if (one === 'greedy') return chooseGreedily(town);
  if (one === 'general') {
    const answered = await solveAsProgram(town);
    return answered && { ...answered, matches: 0, both: 0 };
  }
  const { objective, matches, givesAndReceives, gap } = propose(town);
  return { points: objective, matches: matches.length, both: givesAndReceives.length, gap };
}
