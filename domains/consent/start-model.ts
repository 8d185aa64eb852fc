import * as m from '#messages';

/** はじめるための書類: what a town prints, fills in and signs before it begins. */
export const startPapers = ['agreement', 'leaflet', 'leaflet_easy'] as const;
export type StartPaper = (typeof startPapers)[number];
export const startPaperWords: Record<StartPaper, () => string> = {
  agreement: m.consent_start_agreement,
  leaflet: m.consent_start_leaflet,
  leaflet_easy: m.consent_start_leaflet_easy,
};
