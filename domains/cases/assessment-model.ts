/** The facets an assessment asks about, the person's own wish first. */
export const assessmentFacets = ['wish', 'consultation', 'family', 'living', 'economy', 'health'] as const;
export type AssessmentFacet = (typeof assessmentFacets)[number];
