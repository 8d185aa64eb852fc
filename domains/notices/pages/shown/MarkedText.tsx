import { readMarks } from '../../marks.ts';

/** A text of a notice with its furigana over the words, line by line. */
export function MarkedText({ text }: { text: string }) {
  return (
    <div className="whitespace-pre-wrap leading-loose">
      {placed(readMarks(text)).map(({ at, text: words, reading }) =>
        reading === null ? (
          words
        ) : (
          <ruby key={at}>
            {words}
            <rt>{reading}</rt>
          </ruby>
        ),
      )}
    </div>
  );
}

/** Where each stretch begins, which no other does. */
function placed(stretches: ReturnType<typeof readMarks>) {
  let at = 0;
  return stretches.map((stretch) => {
    const begins = at;
    at += stretch.text.length;
    return { ...stretch, at: begins };
  });
}
