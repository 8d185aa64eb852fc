import type { Layout } from './lay-out.ts';

/** Parties that candidates and rules bind to one another, and nobody else: what is best for them is decided apart. */
export interface Component {
  readonly matches: readonly number[];
  readonly parties: number;
  readonly groups: readonly { readonly matches: readonly number[]; readonly atMost: number }[];
  readonly together: readonly (readonly number[])[];
}

/** In the order of their first party. Parties that fit nobody are in none. */
export function findComponents(layout: Layout): Component[] {
  const { giver, receiver } = layout;
  const roots = Int32Array.from(layout.givesAtMost.keys());
  const rootOf = (party: number): number => {
    let root = party;
    while (roots[root] !== root) root = roots[root] as number;
    for (let one = party; one !== root; ) {
      const next = roots[one] as number;
      roots[one] = root;
      one = next;
    }
    return root;
  };
  // The smaller number stays the root, so that a component is known by its first party.
  const unite = (a: number, b: number) => {
    const [one, other] = [rootOf(a), rootOf(b)];
    roots[Math.max(one, other)] = Math.min(one, other);
  };
  for (let n = 0; n < giver.length; n++) unite(giver[n] as number, receiver[n] as number);
  for (const matches of [...layout.groups.map((group) => group.matches), ...layout.together])
    for (const n of matches) unite(giver[matches[0] as number] as number, giver[n] as number);

  const found = new Map<
    number,
    {
      matches: number[];
      parties: number;
      groups: Component['groups'][number][];
      together: (readonly number[])[];
    }
  >();
  const at = (party: number) => {
    const root = rootOf(party);
    const one = found.get(root) ?? { matches: [], parties: 0, groups: [], together: [] };
    found.set(root, one);
    return one;
  };
  const bound = new Uint8Array(roots.length);
  for (let n = 0; n < giver.length; n++) bound[giver[n] as number] = bound[receiver[n] as number] = 1;
  bound.forEach((isBound, party) => {
    if (isBound === 1) at(party).parties += 1;
  });
  for (let n = 0; n < giver.length; n++) at(giver[n] as number).matches.push(n);
  for (const group of layout.groups)
    if (group.matches.length > group.atMost)
      at(giver[group.matches[0] as number] as number).groups.push(group);
  for (const group of layout.together) at(giver[group[0] as number] as number).together.push(group);
  return [...found.values()];
}
