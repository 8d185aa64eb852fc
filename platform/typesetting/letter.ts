import { typeset } from './typeset.ts';

/** A letter as it is read: every string stands here exactly as printed. */
export interface Letter {
  /** 令和8年2月2日 */
  readonly date: string;
  /** Number and the like, above the date; null for none. */
  readonly reference: string | null;
  readonly to: string;
  readonly from: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** 記: facts set apart. */
  readonly facts: readonly { readonly term: string; readonly lines: readonly string[] }[];
  readonly end: string;
  /** A mark such as 見本 in the head of the page; null for none. */
  readonly mark: string | null;
}

/** Letters as one tagged PDF (PDF/UA-1), each on its own page of A4, in the form of a Japanese office. */
export function printLetters(
  title: string,
  overline: string,
  letters: readonly Letter[],
): Promise<Uint8Array> {
  return typeset({ template: '#platform/typesetting/letter.typ', data: { title, overline, letters } });
}
