import * as z from 'zod';
import * as m from '#messages';

/** Who goes to a district's table: whoever keeps it going, and 生活支援コーディネーター. */
export const boardKeepers = ['board_chair', 'community_coordinator'] as const;
export const boardCoordinators = ['community_coordinator'] as const;
export const boardReaders = ['board_chair', 'community_coordinator', 'planner'] as const;

/** 任期のある役: what somebody is at the table. */
export const parts = ['chair', 'deputy', 'secretary', 'member', 'coordinator'] as const;
export const partWords: Record<(typeof parts)[number], () => string> = {
  chair: m.boards_part_chair,
  deputy: m.boards_part_deputy,
  secretary: m.boards_part_secretary,
  member: m.boards_part_member,
  coordinator: m.boards_part_coordinator,
};

/** 会議と会議録の段階. */
export const states = ['planned', 'held', 'drafted', 'confirmed', 'shared', 'cancelled'] as const;
export type State = (typeof states)[number];
export const stateWords: Record<State, () => string> = {
  planned: m.boards_state_planned,
  held: m.boards_state_held,
  drafted: m.boards_state_drafted,
  confirmed: m.boards_state_confirmed,
  shared: m.boards_state_shared,
  cancelled: m.boards_state_cancelled,
};

/** What can be done in which state: the one table behind the button, its reason and the server's refusal. */
const allowed = {
  change: ['planned'],
  cancel: ['planned'],
  hold: ['planned'],
  write: ['planned', 'held', 'drafted'],
  promise: ['held', 'drafted'],
  tell: ['held', 'drafted'],
  draft: ['held'],
  confirm: ['drafted'],
  share: ['confirmed', 'shared'],
} as const satisfies Record<string, readonly State[]>;
export type MeetingAct = keyof typeof allowed;
export function isAllowed(act: MeetingAct, state: State): boolean {
  return (allowed[act] as readonly State[]).includes(state);
}

/** 出た声と決まったこと. */
export const itemKinds = ['agenda', 'theme', 'trouble', 'treasure', 'decision'] as const;
export type ItemKind = (typeof itemKinds)[number];
export const itemKindWords: Record<ItemKind, () => string> = {
  agenda: m.boards_item_agenda,
  theme: m.boards_item_theme,
  trouble: m.boards_item_trouble,
  treasure: m.boards_item_treasure,
  decision: m.boards_item_decision,
};
/** What may be written down without a meeting. */
export const voiceKinds = ['trouble', 'treasure'] as const;

/** だれに見せるか: what the people of a table let others read, the least first. */
export const levels = ['board', 'boards', 'city', 'public'] as const;
export type Level = (typeof levels)[number];
export const levelWords: Record<Level, () => string> = {
  board: m.boards_level_board,
  boards: m.boards_level_boards,
  city: m.boards_level_city,
  public: m.boards_level_public,
};

/** その後: what became of a promise. The first two words leave it open. */
export const outcomes = ['going_on', 'changed', 'done', 'dropped'] as const;
type Outcome = (typeof outcomes)[number];
export const outcomeWords: Record<Outcome, () => string> = {
  going_on: m.boards_outcome_going_on,
  changed: m.boards_outcome_changed,
  done: m.boards_outcome_done,
  dropped: m.boards_outcome_dropped,
};
export function isOpen(outcome: Outcome | null): boolean {
  return outcome === null || outcome === 'going_on' || outcome === 'changed';
}

/** 助け合いの段階: 種 → 話し合い → 試行 → 立上げ → 自走, and its rests. */
export const stages = ['seed', 'talk', 'trial', 'start', 'own_way', 'resting', 'ended'] as const;
type Stage = (typeof stages)[number];
export const stageWords: Record<Stage, () => string> = {
  seed: m.boards_stage_seed,
  talk: m.boards_stage_talk,
  trial: m.boards_stage_trial,
  start: m.boards_stage_start,
  own_way: m.boards_stage_own_way,
  resting: m.boards_stage_resting,
  ended: m.boards_stage_ended,
};

export const charges = ['free', 'fee', 'ticket'] as const;
export const chargeWords: Record<(typeof charges)[number], () => string> = {
  free: m.boards_charge_free,
  fee: m.boards_charge_fee,
  ticket: m.boards_charge_ticket,
};

/** What a group takes in. */
export const incomeKinds = ['fee', 'ticket', 'grant', 'donation'] as const;
export const incomeWords: Record<(typeof incomeKinds)[number], () => string> = {
  fee: m.boards_income_fee,
  ticket: m.boards_income_ticket,
  grant: m.boards_income_grant,
  donation: m.boards_income_donation,
};

/** Whom a coordinator supports. */
export const supportSorts = ['board', 'community', 'neighbourhood', 'helping_group', 'other'] as const;
export const supportSortWords: Record<(typeof supportSorts)[number], () => string> = {
  board: m.boards_support_board,
  community: m.boards_support_community,
  neighbourhood: m.boards_support_neighbourhood,
  helping_group: m.boards_support_group,
  other: m.boards_support_other,
};
export const supportKinds = [
  'consultation',
  'accompaniment',
  'bearers',
  'paperwork',
  'meeting',
  'linking',
] as const;
export const supportKindWords: Record<(typeof supportKinds)[number], () => string> = {
  consultation: m.boards_support_consultation,
  accompaniment: m.boards_support_accompaniment,
  bearers: m.boards_support_bearers,
  paperwork: m.boards_support_paperwork,
  meeting: m.boards_support_meeting,
  linking: m.boards_support_linking,
};

/** What of a district others find that was tried at its table. */
export const triedKinds = ['group', 'promise', ...itemKinds] as const;
export const triedKindWords: Record<(typeof triedKinds)[number], () => string> = {
  ...itemKindWords,
  group: m.boards_tried_group,
  promise: m.boards_tried_promise,
};

/** Full years after which the names at a table are forgotten: of members after their term, of voices and promises after they were written. */
const yearsNamesAreKept = 3;
export function forgetAfter(day: string): string {
  const [year = 0, ...rest] = day.split('-');
  const later = [Number(year) + yearsNamesAreKept, ...rest].join('-');
  return later.endsWith('-02-29') ? later.replace(/29$/, '28') : later;
}

export const level = z.enum(levels, { error: () => m.boards_field_level() });
export const day = z.iso.date({ error: () => m.boards_field_day() });
export const clockTime = z
  .string({ error: () => m.boards_field_time() })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => m.boards_field_time() });
