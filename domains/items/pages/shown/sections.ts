import type { Item } from '../../model.ts';

interface ItemSection {
  /** Null for what stands before the first heading. */
  heading: Item | null;
  items: Item[];
}

/** Items under their headings, in their order; headings under which nothing stands are left out. */
export function inSections(items: readonly Item[]): ItemSection[] {
  const sections: ItemSection[] = [{ heading: null, items: [] }];
  let facet = items[0]?.facet;
  for (const one of items) {
    if (one.kind === 'section') sections.push({ heading: one, items: [] });
    else {
      if (one.facet !== facet) sections.push({ heading: null, items: [] });
      sections.at(-1)?.items.push(one);
    }
    facet = one.facet;
  }
  return sections.filter((section) => section.items.length > 0);
}
