import { type Paper, paper as whole } from './paper.ts';
import { typeset } from './typeset.ts';

/** The paper as a tagged PDF (PDF/UA-1), A4, the same bytes for the same paper. Throws on one that does not keep to `paper`. */
export async function printPaper(paper: Paper): Promise<Uint8Array> {
  return typeset({ template: '#platform/typesetting/paper.typ', data: whole.parse(paper) });
}
