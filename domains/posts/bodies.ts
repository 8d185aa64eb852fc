import * as m from '#messages';

/** What kinds of body hold records and fill posts. The kind decides which law its records stand under. */
export const bodyKinds = [
  'city_section',
  'council',
  'district_council',
  'commissioner_council',
  'window',
  'other',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const bodyKindWords: Record<BodyKind, () => string> = {
  city_section: m.posts_body_city_section,
  council: m.posts_body_council,
  district_council: m.posts_body_district_council,
  commissioner_council: m.posts_body_commissioner_council,
  window: m.posts_body_window,
  other: m.posts_body_other,
};
