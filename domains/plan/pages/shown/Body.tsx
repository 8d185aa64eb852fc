/** A text as it was written: its lines stay lines. */
export function Body({ text }: { text: string }) {
  return <p className="whitespace-pre-wrap break-normal">{text}</p>;
}
