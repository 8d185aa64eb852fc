import * as z from 'zod';
import * as m from '#messages';

/** Who brings wishes and offers together: 生活支援コーディネーター. */
export const coordinators = ['community_coordinator'] as const;

/** 願い and できること: one thing seen from its two sides. */
export const sides = ['wish', 'offer'] as const;
export type Side = (typeof sides)[number];
export const sideWords: Record<Side, () => string> = { wish: m.wishes_side_wish, offer: m.wishes_side_offer };

/** What kind of party takes part; a relation across two of them is a new kind of tie for the town. */
export const sorts = ['resident', 'group', 'company', 'school', 'corporation', 'office'] as const;
export type Sort = (typeof sorts)[number];
export const sortWords: Record<Sort, () => string> = {
  resident: m.wishes_sort_resident,
  group: m.wishes_sort_group,
  company: m.wishes_sort_company,
  school: m.wishes_sort_school,
  corporation: m.wishes_sort_corporation,
  office: m.wishes_sort_office,
};

/** How far it may be: in the own district, anywhere in the town, or without meeting. */
export const reaches = ['own_district', 'town', 'remote'] as const;
export type Reach = (typeof reaches)[number];
export const reachWords: Record<Reach, () => string> = {
  own_district: m.wishes_reach_own_district,
  town: m.wishes_reach_town,
  remote: m.wishes_reach_remote,
};

export const parts = ['morning', 'afternoon', 'evening'] as const;
export type Part = (typeof parts)[number];
export const partWords: Record<Part, () => string> = {
  morning: m.wishes_part_morning,
  afternoon: m.wishes_part_afternoon,
  evening: m.wishes_part_evening,
};

/** Days of the week, 1 Monday to 7 Sunday (ISO 8601). */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export function writeWeekdays(days: readonly number[]): string {
  const signs = [...m.wishes_weekdays()];
  return days.map((day) => signs[day - 1] ?? '').join(m.wishes_between());
}

/** What has to be heeded, from a closed list; a coordinator looks at it before introducing anybody. */
export const limits = [
  'not_alone',
  'no_stairs',
  'no_lifting',
  'no_car',
  'not_at_home',
  'with_children',
  'easy_japanese',
  'short',
] as const;
export type Limit = (typeof limits)[number];
export const limitWords: Record<Limit, () => string> = {
  not_alone: m.wishes_limit_not_alone,
  no_stairs: m.wishes_limit_no_stairs,
  no_lifting: m.wishes_limit_no_lifting,
  no_car: m.wishes_limit_no_car,
  not_at_home: m.wishes_limit_not_at_home,
  with_children: m.wishes_limit_with_children,
  easy_japanese: m.wishes_limit_easy_japanese,
  short: m.wishes_limit_short,
};

/** 小さな一歩: watching first is enough. */
export const steps = ['look', 'once', 'go_on'] as const;
export type Step = (typeof steps)[number];
export const stepWords: Record<Step, () => string> = {
  look: m.wishes_step_look,
  once: m.wishes_step_once,
  go_on: m.wishes_step_go_on,
};

/** How the words came to the coordinator. */
export const ways = ['self', 'phone', 'supporter', 'public'] as const;
export type Way = (typeof ways)[number];
export const wayWords: Record<Way, () => string> = {
  self: m.wishes_way_self,
  phone: m.wishes_way_phone,
  supporter: m.wishes_way_supporter,
  public: m.wishes_way_public,
};

/** In which of three lists a wish stands: of what waits, of what came true as often as was said, and of what is closed. */
export const wishStates = ['waiting', 'full', 'closed'] as const;

export const closings = ['fulfilled', 'taken_back', 'over', 'moved'] as const;
export type Closing = (typeof closings)[number];
export const closingWords: Record<Closing, () => string> = {
  fulfilled: m.wishes_closing_fulfilled,
  taken_back: m.wishes_closing_taken_back,
  over: m.wishes_closing_over,
  moved: m.wishes_closing_moved,
};

export const answers = ['yes', 'no', 'later'] as const;
export type Answer = (typeof answers)[number];
export const answerWords: Record<Answer, () => string> = {
  yes: m.wishes_answer_yes,
  no: m.wishes_answer_no,
  later: m.wishes_answer_later,
};

export const outcomes = ['passed_over', 'stopped', 'done'] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeWords: Record<Outcome, () => string> = {
  passed_over: m.wishes_outcome_passed_over,
  stopped: m.wishes_outcome_stopped,
  done: m.wishes_outcome_done,
};

/** How far the words of thanks may be told. */
export const tellings = ['them', 'report', 'public'] as const;
export type Telling = (typeof tellings)[number];
export const tellingWords: Record<Telling, () => string> = {
  them: m.wishes_telling_them,
  report: m.wishes_telling_report,
  public: m.wishes_telling_public,
};

/** Two parties; a ring in which each gives to the next; or a chain of them that ends with somebody who gives to all. */
export const shapes = ['pair', 'ring', 'chain'] as const;
export type Shape = (typeof shapes)[number];
export const shapeWords: Record<Shape, () => string> = {
  pair: m.wishes_shape_pair,
  ring: m.wishes_shape_ring,
  chain: m.wishes_shape_chain,
};
export function writeShape(shape: Shape, legs: number): string {
  if (shape === 'pair') return m.wishes_pair_means();
  return shape === 'ring' ? m.wishes_ring_means({ n: legs }) : m.wishes_chain_means({ n: legs });
}

/** Why a suggestion fits, one word each; what a coordinator should still look at stands apart (`limits`). */
export const reasons = [
  'same_tag',
  'answering_tag',
  'same_words',
  'same_district',
  'in_town',
  'remote',
  'same_time',
  'new_tie',
  'across_sorts',
  'new_kind_for_giver',
  'new_kind_for_receiver',
  'gives_back',
] as const;
export type Reason = (typeof reasons)[number];
export const reasonWords: Record<Reason, () => string> = {
  same_tag: m.wishes_reason_same_tag,
  answering_tag: m.wishes_reason_answering_tag,
  same_words: m.wishes_reason_same_words,
  same_district: m.wishes_reason_same_district,
  in_town: m.wishes_reason_in_town,
  remote: m.wishes_reason_remote,
  same_time: m.wishes_reason_same_time,
  new_tie: m.wishes_reason_new_tie,
  across_sorts: m.wishes_reason_across_sorts,
  new_kind_for_giver: m.wishes_reason_new_kind_for_giver,
  new_kind_for_receiver: m.wishes_reason_new_kind_for_receiver,
  gives_back: m.wishes_reason_gives_back,
};

/** What a role can ask for. The last two are said to the coordinator: they are about how it is done, not about who. */
export const personalNeeds = ['interview', 'undertaking', 'training', 'certificate'] as const;
export const needs = [...personalNeeds, 'two_persons', 'visible_place'] as const;
export type Need = (typeof needs)[number];
export const needWords: Record<Need, () => string> = {
  interview: m.wishes_need_interview,
  undertaking: m.wishes_need_undertaking,
  training: m.wishes_need_training,
  certificate: m.wishes_need_certificate,
  two_persons: m.wishes_need_two_persons,
  visible_place: m.wishes_need_visible_place,
};

/** Words a person writes, trimmed; whatever stands outside gets one sentence. */
export function words(longest: number, says: () => string) {
  const error = { error: () => says() };
  return z.string(error).trim().min(1, error).max(longest, error);
}

export function wordsOrNone(longest: number, says: () => string) {
  return z
    .string()
    .trim()
    .max(longest, { error: () => says() })
    .optional()
    .transform((typed) => typed || null);
}

/** A proposal weighs so many offers at most for one wish: those that fit it best. */
export const weighedPerWish = 20;

/** Who takes part, as a coordinator reads it. */
export const shownParticipant = z.object({
  id: z.uuid(),
  name: z.string(),
  kana: z.string(),
  sort: z.enum(sorts),
  district_id: z.uuid().nullable(),
  district_name: z.string().nullable(),
});

/** A wish or an offer, as a coordinator reads it. */
export const shownWish = z.object({
  id: z.uuid(),
  side: z.enum(sides),
  words: z.string(),
  tags: z.array(z.string()),
  /** Tags the words speak of, whether somebody chose them or not. */
  hints: z.array(z.string()),
  participant_id: z.uuid(),
  participant_name: z.string(),
  sort: z.enum(sorts),
  district_id: z.uuid().nullable(),
  district_name: z.string().nullable(),
  reach: z.enum(reaches),
  days: z.array(z.int()),
  parts: z.array(z.enum(parts)),
  limits: z.array(z.enum(limits)),
  step: z.enum(steps),
  times: z.int(),
  /** How many times it has come true, and how many matches with it go on that have not come true yet. */
  came_true: z.int(),
  going_on: z.int(),
  until: z.string().nullable(),
  /** That day has passed. */
  over: z.boolean(),
  way: z.enum(ways),
  entered_on: z.string(),
  closed_on: z.string().nullable(),
  closed_why: z.enum(closings).nullable(),
});
export type ShownWish = z.output<typeof shownWish>;

/** The contribution 地域貢献 that an offer was written down as, beside a suggestion: on which conditions, and until when. */
export const shownGiving = z.object({
  id: z.uuid(),
  conditions: z.string().nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  /** That day has passed. */
  over: z.boolean(),
});
export type ShownGiving = z.output<typeof shownGiving>;
