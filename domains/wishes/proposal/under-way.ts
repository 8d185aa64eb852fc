import type { WorkPhase } from './work-phases.ts';

/** How far it has come: `done` is 0 to 1 of its phase. */
export interface Advance {
  readonly phase: WorkPhase;
  readonly done: number;
}

/** One proposal that is being worked out for a body. */
export interface UnderWay extends Advance {
  readonly id: string;
  /** Null: for the whole town. */
  readonly district: string | null;
}

type Tell = (advance: Advance) => unknown;

/** By the body whose proposal it is. One server has one town: memory will do, and what it holds dies with the work itself. */
const underWay = new Map<string, UnderWay & { readonly control: AbortController }>();

/**
 * Has `work` run as the one proposal of a body that is under way: a second one would take the memory of the first. `work` is handed
 * how to tell its progress, and the signal that ends it.
 *
 * @throws whatever `refuse` makes, while the body has another one
 */
export async function workAlone<T>(
  body: string,
  begun: Pick<UnderWay, 'id' | 'district'>,
  refuse: () => Error,
  work: (tell: Tell, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (underWay.has(body)) throw refuse();
  const control = new AbortController();
  const tell: Tell = (advance) => underWay.set(body, { ...begun, ...advance, control });
  tell({ phase: 'gathering', done: 0 });
  const { promise: ended, reject } = Promise.withResolvers<never>();
  control.signal.addEventListener('abort', () => reject(control.signal.reason), { once: true });
  const working = work((advance) => control.signal.aborted || tell(advance), control.signal);
  try {
    // Whoever gives it up does not wait for a question that the database has not answered yet.
    return await Promise.race([working, ended]);
  } finally {
    underWay.delete(body);
  }
}

export function underWayOf(body: string): UnderWay | null {
  return underWay.get(body) ?? null;
}

/** Ends the work wherever it stands; `work` is then refused with `because`. False: there is no such work. */
export function endWork(body: string, id: string, because: Error): boolean {
  const work = underWay.get(body);
  if (work?.id !== id) return false;
  work.control.abort(because);
  return true;
}
