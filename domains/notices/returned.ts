/** What a delivery-status notification says of one letter. */
export interface Returned {
  /** Where it came back to: every address that stands in its heads. */
  readonly to: string;
  readonly action: 'failed' | 'delayed' | 'other';
  /** Enhanced status (RFC 3463), e.g. `5.1.1`; null where it says none. */
  readonly status: string | null;
}

/** Heads that name the address a letter was handed to. */
const heads = ['to', 'delivered-to', 'x-original-to', 'envelope-to'];
const deepest = 5;

/**
 * Reads a delivery-status notification (RFC 3464) of one letter: a multipart/report with a part message/delivery-status.
 *
 * @returns nothing where it is none: an answer of a person, or of a machine that is on holiday
 */
export function readReturned(letter: string): Returned | null {
  const text = letter.replace(/\r\n?/g, '\n');
  const report = findReport(text, deepest);
  if (report === null) return null;
  // Groups of fields: first of the letter, then of each recipient. One letter of ours has one.
  const fields = unfold(report);
  const action = fieldOf(fields, 'action')?.toLowerCase();
  const own = unfold(splitHeads(text).head);
  return {
    to: heads.flatMap((name) => fieldsOf(own, name)).join(' '),
    action: action === 'failed' || action === 'delayed' ? action : 'other',
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(fields, 'status') ?? '')?.[0] ?? null,
  };
}

/** Whether it is the address that takes no letters. 5.7 (policy) and 5.6 (content) are about the letter or the house that sends it. */
export function isOfTheAddress(status: string | null): boolean {
  return status === null || !/^[245]\.[67]\./.test(status);
}

function findReport(part: string, depth: number): string | null {
  const { head, body } = splitHeads(part);
  const type = fieldOf(unfold(head), 'content-type') ?? '';
  if (/^message\/(global-)?delivery-status/i.test(type)) return body;
  const boundary = /^multipart\//i.test(type) && /boundary="?([^";\n]+)"?/i.exec(type)?.[1]?.trim();
  if (!boundary || depth === 0) return null;
  // What was sent stands in the last part: it is not looked into for heads of its own.
  for (const inner of `\n${body}`.split(`\n--${boundary}`).slice(1)) {
    const found = findReport(inner.replace(/^[ \t]*\n/, ''), depth - 1);
    if (found !== null) return found;
  }
  return null;
}

function splitHeads(part: string): { head: string; body: string } {
  const end = part.indexOf('\n\n');
  return end < 0 ? { head: part, body: '' } : { head: part.slice(0, end), body: part.slice(end + 2) };
}

/** A long line comes folded. */
function unfold(head: string): string {
  return head.replace(/\n[ \t]+/g, ' ');
}

function fieldOf(head: string, name: string): string | undefined {
  return fieldsOf(head, name)[0];
}

function fieldsOf(head: string, name: string): string[] {
  return [...head.matchAll(new RegExp(`^${name}:[ \\t]*(.*)$`, 'gim'))].map(([, value = '']) => value.trim());
}
