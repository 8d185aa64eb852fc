import { type Judge, type Rule, workers } from './judge.ts';
import type { PersonFacet } from './world.ts';

/** What only the body's own who work with persons see. */
const kept: Rule = (j, row) => j.own(row.text('holder_id'));

/** What is one person's, and goes with a facet of that person to whoever is given it. */
const goesWith =
  (facet: PersonFacet): Rule =>
  (j, row) =>
    kept(j, row) || j.given(row.maybe('client_id'), facet);

const goesWithItsOwn: Rule = (j, row) =>
  kept(j, row) || j.given(row.maybe('client_id'), row.text('facet') as PersonFacet);

/** 名寄せ: of whoever brings several bodies together, for two records that are both seen. */
const coordinates = (j: Judge, holder: string) => j.role === 'case_coordinator' && j.own(holder);

/** Who keeps up with places that welcome: a window, or the community coordinators, of the body. */
const keepsPlaces = (j: Judge, holder: string) =>
  [...workers, 'community_coordinator'].includes(j.role ?? '') && j.has(holder);

/** Persons at a window 相談支援: what is kept beside a case, and plans. */
export const rulesOfWork: Readonly<Record<string, Rule>> = {
  case_screenings: kept,
  case_urgencies: kept,
  case_kin: kept,
  case_tasks: kept,
  case_note_versions: goesWith('notes'),
  case_note_withdrawals: goesWith('notes'),
  case_ties: goesWith('living'),
  case_files: goesWithItsOwn,
  client_answers: goesWithItsOwn,
  client_answer_versions: kept,
  intake_versions: kept,
  intake_answers: goesWithItsOwn,
  intake_circumstances: goesWithItsOwn,
  client_links: (j, row) =>
    coordinates(j, row.text('holder_id')) &&
    (j.own(row.text('other_holder_id')) || j.given(row.text('other_id'), 'identity')),
  client_link_undoings: (j, row) => coordinates(j, row.text('holder_id')),
  case_handovers: (j, row) => kept(j, row) || j.own(row.text('receiver_id')),
  case_handover_turns: (j, row) => kept(j, row) || j.own(row.text('receiver_id')),
  case_handover_people: kept,
  case_gaps: kept,
  gap_theme_sources: kept,
  gap_themes: (j, row) =>
    kept(j, row) || j.role === 'community_coordinator' || row.maybe('released_at') !== null,
  support_plans: goesWith('plan'),
  support_plan_versions: goesWith('plan'),
  plan_goals: goesWith('plan'),
  plan_steps: goesWith('plan'),
  plan_services: goesWith('plan'),
  plan_acts: goesWith('plan'),
  plan_findings: goesWith('plan'),
  plan_reviews: goesWith('plan'),
  plan_closings: goesWith('plan'),
  goal_attainments: goesWith('plan'),
  joinings: goesWith('plan'),
  joining_steps: goesWith('plan'),
  joining_tellings: goesWith('plan'),
  // Places that welcome are everybody's who looks for one; whoever is given a way to one knows that one. The posts of invented worlds
  // have no district: a coordinator of the whole town keeps every place.
  places: (j, row) =>
    (workers.includes(j.role ?? '') && row.text('welcomes') !== 'no') ||
    j.role === 'community_coordinator' ||
    j.world.rows.some(
      ({ table, columns }) =>
        table === 'joinings' &&
        columns.place_id === row.text('id') &&
        j.given(String(columns.client_id), 'plan'),
    ),
  place_supports: (j, row) => keepsPlaces(j, row.text('holder_id')),
  support_decisions: (j, row) =>
    j.own(row.text('plan_holder_id')) ||
    j.given(row.text('client_id'), 'plan') ||
    (j.role === 'convener' && row.text('holder_id') === j.post.body),
};
