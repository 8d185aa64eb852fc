import type { Operation } from '#platform/operation.ts';

/** What can stand in the audit trail, in words. */
export interface Acts {
  /** By the name of the operation. */
  says: Readonly<Record<string, string>>;
  /** By the word of the trail, which several operations may share. */
  words: readonly { word: string; says: string }[];
}

const tables = {
  ...import.meta.glob('../../../*/*api.ts'),
  ...import.meta.glob('../../../../platform/*/api.ts'),
};

/** The table of operations itself says what each act is called; it is loaded for this page alone. */
export async function loadActs(): Promise<Acts> {
  const loaded = await Promise.all(Object.values(tables).map((load) => load()));
  const audited = loaded
    .flatMap((table) => Object.entries(table as Record<string, unknown>))
    .filter((entry): entry is [string, Operation] => isAudited(entry[1]));
  const says = Object.fromEntries(audited.map(([name, { summary }]) => [name, summary()]));
  const byWord = new Map<string, Set<string>>();
  for (const [name, { audit }] of audited) {
    byWord.set(audit ?? '', (byWord.get(audit ?? '') ?? new Set()).add(says[name] ?? ''));
  }
  const words = [...byWord].map(([word, ways]) => ({ word, says: [...ways].join(' / ') }));
  return { says, words: words.sort((a, b) => a.word.localeCompare(b.word)) };
}

function isAudited(exported: unknown): exported is Operation {
  return (
    typeof exported === 'object' &&
    exported !== null &&
    'route' in exported &&
    'audit' in exported &&
    exported.audit !== null
  );
}
