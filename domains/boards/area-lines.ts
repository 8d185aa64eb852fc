/** One district's figures; what a line does not say is unknown. */
interface AreaLine {
  readonly district_id: string;
  readonly population: number;
  readonly children: number | null;
  readonly aged: number | null;
  readonly old_aged: number | null;
  readonly households: number | null;
}

/**
 * Reads lines `district, population, under 15, 65 and older, 75 and older, households`, as they are copied from a table (tabs) or from
 * a CSV file (commas, quotes, thousands in quotes). A first line without figures is a heading.
 *
 * @returns the rows, and the numbers of the lines that were not understood: an unknown district, one that stands twice, a word where a
 *   figure belongs, more aged than people
 */
export function readLines(
  text: string,
  districts: readonly { id: string; name: string }[],
): { rows: AreaLine[]; wrong: number[] } {
  const rows: AreaLine[] = [];
  const wrong: number[] = [];
  const lines = text.normalize('NFKC').split(/\r?\n/);
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [name = '', ...cells] = cellsOf(line);
    const figures = [0, 1, 2, 3, 4].map((at) => figureOf(cells[at] ?? ''));
    if (n === 0 && !figures.some((one) => typeof one === 'number')) continue;
    const district = districts.find((one) => one.name.normalize('NFKC') === name);
    const [population, children, aged, old_aged, households] = figures;
    const understood =
      district !== undefined &&
      typeof population === 'number' &&
      figures.every((one) => one !== undefined) &&
      !rows.some((row) => row.district_id === district.id) &&
      (children ?? 0) + (aged ?? 0) <= population &&
      (old_aged ?? 0) <= (aged ?? population);
    if (understood)
      rows.push({
        district_id: district.id,
        population,
        children: children ?? null,
        aged: aged ?? null,
        old_aged: old_aged ?? null,
        households: households ?? null,
      });
    else wrong.push(n + 1);
  }
  return { rows, wrong };
}

function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  return [...line.matchAll(/\s*(?:"([^"]*)"|([^,]*))(?:,|$)/g)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').trim(),
  );
}

/** A whole number; null for an empty cell, undefined for anything else. */
function figureOf(cell: string): number | null | undefined {
  if (cell === '') return null;
  const plain = cell.replaceAll(',', '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}
