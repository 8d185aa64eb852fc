/** @jsxImportSource hono/jsx */

const marks = /(\{[^{}|]+\|[^{}|]+\}|\u{ff5c}[^\u{300a}]+\u{300a}[^\u{300b}]+\u{300b})/u;
const oneMark = new RegExp(`^${marks.source}$`, 'u');

/**
 * A text with furigana: {記録|きろく} is set as ruby; in the catalogue, where braces are parameters, the same is written
 * ｜記録《きろく》. Text without marks stands as it is.
 */
export function Ruby({ children }: { children: string }) {
  return (
    <>
      {children.split(marks).map((part) => {
        if (!oneMark.test(part)) return part;
        const [base, reading] = part.slice(1, -1).split(/[|\u{300a}]/u);
        return (
          <ruby key={part}>
            {base}
            <rp>（</rp>
            <rt>{reading}</rt>
            <rp>）</rp>
          </ruby>
        );
      })}
    </>
  );
}

/** The same text without its readings, for a title or a name that only programs read aloud. */
export function withoutRuby(text: string): string {
  return text
    .split(marks)
    .map((part) => (oneMark.test(part) ? part.slice(1, -1).split(/[|\u{300a}]/u)[0] : part))
    .join('');
}
