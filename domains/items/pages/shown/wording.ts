import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { type Item, itemFacetWords, itemKindWords } from '../../model.ts';

/** 整数（回） */
export function writeKind({ kind, unit }: Pick<Item, 'kind' | 'unit'>): string {
  const words = itemKindWords[kind]();
  return unit === null ? words : m.items_label_with_unit({ label: words, unit });
}

export function writeFacet({ facet }: Pick<Item, 'facet'>): string {
  return itemFacetWords[facet]();
}

/** 2026年2月1日（令和8年2月1日）から */
export function writeTerm({ starts_on, ends_on }: Pick<Item, 'starts_on' | 'ends_on'>): string {
  if (ends_on !== null && ends_on < starts_on) return m.items_term_never();
  const from = formatDay(starts_on);
  return ends_on === null ? m.items_term_open({ from }) : m.items_term({ from, until: formatDay(ends_on) });
}
