import { readTable } from '#platform/sheets/read.ts';
import type { Table } from '#platform/sheets/table.ts';

/** How the bytes of a list were to be read. */
export type FileForm = 'utf-8-bom' | 'utf-8' | 'utf-16' | 'shift_jis' | 'xlsx';

/**
 * A list as a table, of whatever is found in towns: UTF-8 with or without its mark, UTF-16 with one, Shift_JIS, xlsx.
 *
 * @throws Refusal `invalid` for what is no table
 */
export async function readStandardTable(bytes: Uint8Array): Promise<{ form: FileForm; table: Table }> {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    return { form: 'utf-16', table: await readTable(new TextEncoder().encode(text)) };
  }
  const table = await readTable(bytes);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { form: table.form === 'utf-8' && marked ? 'utf-8-bom' : table.form, table };
}
