import { type Place, type Reading, readText } from './find-phrases.ts';
import { cues, limits } from './taxonomy.ts';

export interface FoundLimit {
  readonly limit: string;
  readonly label: string;
  /** The words of the text that say so. */
  readonly words: string;
}

/** Letters after a limit in which it may be said to be no problem. */
const lookAhead = 6;
const mostAfter = 8;

/** The limits a text sets (not alone, no stairs…), in the order of the text, each once. Suggested, never decided. */
export function findLimits(written: string): FoundLimit[] {
  const reading = readText(written);
  return placeLimits(reading).map(({ limit, label, from, to }) => ({
    ...{ limit, label },
    words: sayClause(reading, from, to),
  }));
}

/** With the rest of its clause, as far as that is short: 重い物は持てません. */
function sayClause({ text }: Reading, from: number, to: number): string {
  const rest = text.slice(to).split(/[、。!?\n]/, 1)[0] ?? '';
  return text.slice(from, to) + (rest.length > mostAfter ? '' : rest);
}

/** As `findLimits`, with the places. */
export function placeLimits(
  reading: Reading,
): (Place & { readonly limit: string; readonly label: string })[] {
  const isNoProblem = ({ from, to }: Place) => {
    const said = reading.folded.slice(from, to + lookAhead).split(/[。!?\n]/, 1)[0] ?? '';
    return cues.unproblematic.some((cue) => said.includes(cue));
  };
  return limits
    .flatMap(({ limit, label, phrases }) => {
      const places = phrases.flatMap((phrase) => phrase(reading)).filter((place) => !isNoProblem(place));
      const [first] = places.sort((a, b) => a.from - b.from || b.to - a.to);
      return first ? [{ ...first, limit, label }] : [];
    })
    .sort((a, b) => a.from - b.from);
}
