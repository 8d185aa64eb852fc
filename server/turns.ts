interface Turn {
  readonly whose: string;
  readonly over: Promise<void>;
}

/** Waits for one's turn, does the work, and lets the next begin. */
export type TakeTurn = <T>(whose: string, about: readonly string[], work: () => Promise<T>) => Promise<T>;

/**
 * Work of different people about the same things is done one after the other, in the order it came; one's own, and what is
 * about other things, goes on beside it. One process serves a town, so that this holds for all of it.
 */
export function openTurns(): TakeTurn {
  const taken = new Map<string, Set<Turn>>();
  return async (whose, about, work) => {
    const before = about.flatMap((one) => [...(taken.get(one) ?? [])].filter((turn) => turn.whose !== whose));
    let end = () => {};
    const turn: Turn = { whose, over: new Promise((done) => (end = done)) };
    // Taken before the first wait: whoever comes later waits, so that no two wait for each other.
    for (const one of about) taken.set(one, (taken.get(one) ?? new Set()).add(turn));
    await Promise.all(before.map(({ over }) => over));
    try {
      return await work();
    } finally {
      end();
      for (const one of about) {
        taken.get(one)?.delete(turn);
        if (taken.get(one)?.size === 0) taken.delete(one);
      }
    }
  };
}
