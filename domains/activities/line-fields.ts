import type { Typed } from '#ui/Form/read-typed.ts';
import type { ActivityRule } from './model.ts';

/** How many lines can be added to a block at once. */
export const addedAtOnce = 3;

/** The names of the form's fields for one line of the record. */
export const lineField = (code: string, part: 'mark' | 'wording') => `line.${code}.${part}`;
export const newLineField = (block: string, n: number, part: 'mark' | 'wording' | 'after') =>
  `new.${block}.${n}.${part}`;

/**
 * The blocks as they are typed: a line keeps its code whatever it is called, a line left blank is not in the new version, and an
 * added one stands where it is put, or last.
 *
 * @param version the new version; it is in the codes of what it adds, so that no line is taken for an older one
 */
export function readBlocks(
  typed: Typed,
  { blocks }: Pick<ActivityRule, 'blocks'>,
  version: number,
): ActivityRule['blocks'] {
  const text = (name: string) => String(typed[name] ?? '').trim();
  return blocks.map((block) => {
    const lines = block.lines.map(({ code }) => ({
      code,
      mark: text(lineField(code, 'mark')),
      wording: text(lineField(code, 'wording')),
    }));
    for (let n = 0; n < addedAtOnce; n++) {
      const wording = text(newLineField(block.code, n, 'wording'));
      if (wording === '') continue;
      const line = {
        code: `${block.code}_${version}_${n + 1}`,
        mark: text(newLineField(block.code, n, 'mark')),
        wording,
      };
      const after = lines.findIndex(({ code }) => code === text(newLineField(block.code, n, 'after')));
      lines.splice(after === -1 ? lines.length : after + 1, 0, line);
    }
    return { ...block, lines: lines.filter(({ wording }) => wording !== '') };
  });
}
