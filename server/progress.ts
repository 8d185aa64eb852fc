/** How the start speaks to whoever watches the terminal. */
export interface Saying {
  say(sentence: string): void;
  /** @param share from 0 to 1 */
  progress(sentence: string, share: number): void;
  done(): void;
}

/** A bar that redraws itself on a terminal, and a line at every tenth where output is kept. */
export function openSaying(out: NodeJS.WriteStream): Saying {
  let lastTenth = -1;
  return {
    say: (sentence) => void out.write(`${sentence}\n`),
    progress(sentence, share) {
      const percent = Math.floor(share * 100);
      if (out.isTTY) {
        const filled = Math.round(share * 24);
        out.write(`\r[${'#'.repeat(filled)}${' '.repeat(24 - filled)}] ${percent}% ${sentence}\u001b[K`);
        return;
      }
      const tenth = Math.floor(share * 10);
      if (tenth > lastTenth) {
        lastTenth = tenth;
        out.write(`${percent}% ${sentence}\n`);
      }
    },
    done() {
      if (out.isTTY) out.write('\n');
      lastTenth = -1;
    },
  };
}
