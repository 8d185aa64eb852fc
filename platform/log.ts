/** One JSON line an event, on standard output. Ids, words and numbers only: no names, no addresses, no input. */
export function log(
  event: string,
  facts: Record<string, string | number | boolean | null | undefined>,
): void {
  if (silent) return;
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
}

let silent = process.env.KANAEAU_LOG === 'off';

export function silenceLog(): void {
  silent = true;
}
