import type { Layout } from './lay-out.ts';

/**
 * The same question as a linear program in the LP format that general solvers read, written from the town and not from
 * the flow: for checking one against the other. `x` is a candidate, `z` a party that both gives and receives, `y` a group
 * that is in together. Without rules its optimum is whole; with them `x` and `y` must be asked to be. Rings of any length
 * are allowed.
 */
export function writeProgram(layout: Layout): string {
  const { offer, wish, giver, receiver, score, offerTimes, wishTimes, givesAtMost, groups, together } =
    layout;
  const numbers = [...score.keys()];
  const rows: string[] = [];
  const row = (terms: readonly string[], limit: string) => {
    if (terms.length > 0) rows.push(` r${rows.length}: ${terms.join(' ')} ${limit}`);
  };
  const sum = (matches: readonly number[]) => matches.map((n) => `+ x${n}`);
  const byGiver = Map.groupBy(numbers, (n) => giver[n] as number);
  const byReceiver = Map.groupBy(numbers, (n) => receiver[n] as number);
  const both = [...byGiver.keys()].filter((party) => byReceiver.has(party));
  for (const [n, matches] of Map.groupBy(numbers, (one) => offer[one] as number))
    row(sum(matches), `<= ${offerTimes[n]}`);
  for (const [n, matches] of Map.groupBy(numbers, (one) => wish[one] as number))
    row(sum(matches), `<= ${wishTimes[n]}`);
  for (const [party, matches] of byGiver) row(sum(matches), `<= ${givesAtMost[party]}`);
  for (const party of both)
    for (const matches of [byGiver.get(party) ?? [], byReceiver.get(party) ?? []])
      row([...sum(matches), `- z${party}`], '>= 0');
  for (const n of layout.lockedIn) row([`+ x${n}`], '>= 1');
  for (const { matches, atMost } of groups) row(sum(matches), `<= ${atMost}`);
  together.forEach((group, at) => {
    for (const n of group) row([`+ x${n}`, `- y${at}`], '= 0');
  });
  const gains = numbers.map(
    (n) => `${(score[n] as number) < 0 ? '-' : '+'} ${Math.abs(score[n] as number)} x${n}`,
  );
  const bonuses = both.map((party) => `+ ${layout.bonus} z${party}`);
  const bounds = [...numbers.map((n) => `x${n}`), ...both.map((party) => `z${party}`)];
  const whole =
    groups.length + together.length > 0
      ? [...numbers.map((n) => `x${n}`), ...together.map((_, at) => `y${at}`)]
      : [];
  return [
    'Maximize',
    ` points: ${[...gains, ...bonuses].join('\n ')}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds.map((name) => ` 0 <= ${name} <= 1`),
    ...(whole.length > 0 ? ['Binary', ...whole.map((name) => ` ${name}`)] : []),
    'End',
  ].join('\n');
}
