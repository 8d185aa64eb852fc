import type { Line } from '#platform/typesetting/paper.ts';
import { withKeys } from './with-keys.ts';

/** Plain lines below one another. */
export function Lines({ texts }: { texts: readonly string[] }) {
  return withKeys(texts).map(({ key, item }) => <p key={key}>{item}</p>);
}

/** Paragraphs and bulleted items, as somebody wrote them. */
export function Prose({ lines }: { lines: readonly Line[] }) {
  return withKeys(runsOf(lines)).map(({ key, item: run }) =>
    run[0]?.item ? (
      <ul key={key} className="list-disc pl-6">
        {withKeys(run).map((line) => (
          <li key={line.key}>{line.item.text}</li>
        ))}
      </ul>
    ) : (
      <Lines key={key} texts={run.map(({ text }) => text)} />
    ),
  );
}

/** Neighbouring lines of one kind. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.[0]?.item === line.item) last.push(line);
    else runs.push([line]);
  }
  return runs;
}
