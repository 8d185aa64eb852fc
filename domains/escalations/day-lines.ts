/** `2026/1/1,元日`, also with a hyphen or 年月日, a tabulator or a 、. */
export function readLine(line: string): { day: string; name: string } | null {
  const found = /^\s*(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?\s*[,、\t ]\s*"?([^",]{1,40})"?\s*$/.exec(line);
  if (!found) return null;
  const [, year = '', month = '', date = '', name = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const real = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day) return null;
  return { day, name: name.trim() };
}
