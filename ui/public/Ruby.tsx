/** @jsxImportSource hono/jsx */

/**
 * A text with furigana: 「｜記録《きろく》」 is set as ruby. The mark ｜ says where the reading begins to apply; text without
 * marks stands as it is.
 */
export function Ruby({ children }: { children: string }) {
  return (
    <>
      {children.split(/(\u{ff5c}[^\u{300a}]+\u{300a}[^\u{300b}]+\u{300b})/u).map((part) => {
        const marked = /^\u{ff5c}([^\u{300a}]+)\u{300a}([^\u{300b}]+)\u{300b}$/u.exec(part);
        if (!marked) return part;
        return (
          <ruby key={part}>
            {marked[1]}
            <rp>（</rp>
            <rt>{marked[2]}</rt>
            <rp>）</rp>
          </ruby>
        );
      })}
    </>
  );
}

/** The same text without its readings, for a title or a name that only programs read aloud. */
export function withoutRuby(text: string): string {
  return text.replace(/\u{ff5c}([^\u{300a}]+)\u{300a}[^\u{300b}]+\u{300b}/gu, '$1');
}
