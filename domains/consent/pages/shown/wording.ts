import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { Provision } from '../../api.ts';
import {
  facetWords,
  groundWords,
  type LawfulBasis,
  type ProvisionState,
  provisionStateWords,
  purposeWords,
} from '../../model.ts';

/** 世帯（…）、訪問の記録 */
export function writeFacets({ facets }: Pick<Provision, 'facets'>): string {
  return facets.map((facet) => facetWords[facet]()).join(m.consent_join());
}

/** 委託（見守りの支援のため） */
export function writeBasis({ ground, purpose }: LawfulBasis): string {
  return m.consent_ground_for({ ground: groundWords[ground](), purpose: purposeWords[purpose]() });
}

/** From when until when. */
export function writeTime({ starts_on, ends_on }: { starts_on: string; ends_on: string | null }): string {
  const first = formatDay(starts_on);
  return ends_on === null
    ? m.consent_time_open({ first })
    : m.consent_time_closed({ first, last: formatDay(ends_on) });
}

export function writeState(state: ProvisionState): string {
  return provisionStateWords[state]();
}
