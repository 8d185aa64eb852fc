/** A text somebody typed, with its own line breaks. */
export function Body({ text }: { text: string }) {
  return <p className="max-w-176 whitespace-pre-wrap">{text}</p>;
}
