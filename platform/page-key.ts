import * as z from 'zod';

const firsts = {
  day: String.raw`\d{4}-\d{2}-\d{2}`,
  moment: String.raw`\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-][\d:]+)`,
  text: '[^_]*',
};

/**
 * Where a list goes on that pages by key: what its rows are in the order of, and the id of the last one, `<first>_<uuid>`. What
 * somebody has typed into an address is refused before the database is asked.
 */
export function pageKey(first: keyof typeof firsts) {
  const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
  return z
    .string()
    .max(200)
    .regex(new RegExp(`^${firsts[first]}_${id}$`, 'iu'));
}
