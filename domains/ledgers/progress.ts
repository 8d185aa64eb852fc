/** How far the imports under way have come, in rows, by the file's id. One server has one town: memory will do. */
const underWay = new Map<string, { done: number; of: number }>();

export function tellProgress(file: string, done: number, of: number): void {
  underWay.set(file, { done, of });
}

export function forgetProgress(file: string): void {
  underWay.delete(file);
}

export function progressOf(file: string): { done: number; of: number } | null {
  return underWay.get(file) ?? null;
}
