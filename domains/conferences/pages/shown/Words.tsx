/** A text somebody typed, line by line. */
export function Words({ words }: { words: string }) {
  return <p className="max-w-176 whitespace-pre-wrap">{words}</p>;
}
