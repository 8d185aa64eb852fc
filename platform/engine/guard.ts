const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets this process leave no server behind: `interrupt` is called when it exits without having stopped it, and
 * `stop`, before it ends, on a signal that nobody else in it handles. A caller with handlers of its own stops
 * the engine there, after its last answer.
 */
export function guardAgainstExit(interrupt: () => void, stop: () => Promise<void>): { release(): void } {
  const onSignal = async (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return;
    await stop();
    release();
    process.kill(process.pid, signal);
  };
  const release = () => {
    process.off('exit', interrupt);
    for (const signal of endings) process.off(signal, onSignal);
  };
  process.on('exit', interrupt);
  for (const signal of endings) process.on(signal, onSignal);
  return { release };
}
