import * as m from '#messages';
import { Refusal } from '#platform/refusal.ts';
import { type AttachedFile, type AttachmentType, attachmentLimit } from './attachment-model.ts';

/**
 * What a file is follows from its content, whatever it is called; a refused one is named.
 *
 * @throws Refusal `invalid` for one that is too large, empty, or neither a photograph nor a PDF
 */
export function openAttachment({ name, base64 }: AttachedFile): { type: AttachmentType; bytes: Buffer } {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > attachmentLimit)
    refuseFile(m.cases_refused_file_size({ name, megabytes: attachmentLimit / 1024 / 1024 }));
  const type = sniff(bytes);
  if (type === null) refuseFile(m.cases_refused_file_type({ name }));
  return { type, bytes };
}

const beginnings: readonly [AttachmentType, readonly number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

function sniff(bytes: Uint8Array): AttachmentType | null {
  return beginnings.find(([, head]) => head.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

function refuseFile(sentence: string): never {
  throw new Refusal('invalid', sentence, { file: sentence });
}
