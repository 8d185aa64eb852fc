import * as z from 'zod';
import * as m from '#messages';

/** Who keeps food: hosts that of their place, coordinators that of their districts. */
export { placeCoordinators, placeKeepers } from '#domains/places/model.ts';

/** 保存の温度 */
export const storages = ['room', 'chilled', 'frozen'] as const;
export const storageWords: Record<(typeof storages)[number], () => string> = {
  room: m.food_storage_room,
  chilled: m.food_storage_chilled,
  frozen: m.food_storage_frozen,
};

export const transports = ['fetches', 'needs_delivery'] as const;
export const transportWords: Record<(typeof transports)[number], () => string> = {
  fetches: m.food_transport_fetches,
  needs_delivery: m.food_transport_needs_delivery,
};

export const donorKinds = ['person', 'company', 'shop', 'farm', 'food_bank', 'public', 'group'] as const;
export const donorKindWords: Record<(typeof donorKinds)[number], () => string> = {
  person: m.food_donor_person,
  company: m.food_donor_company,
  shop: m.food_donor_shop,
  farm: m.food_donor_farm,
  food_bank: m.food_donor_food_bank,
  public: m.food_donor_public,
  group: m.food_donor_group,
};
/** Full years after the last gift in which a person who gave is known by name. */
export const yearsDonorsAreKept = 3;

/** 賞味期限, 消費期限, or none, as of vegetables. */
export const dateKinds = ['best_before', 'use_by', 'none'] as const;
export const dateKindWords: Record<(typeof dateKinds)[number], () => string> = {
  best_before: m.food_date_best_before,
  use_by: m.food_date_use_by,
  none: m.food_date_none,
};

/** Whether it may be passed on to another place as it is, or only once the donor was asked. */
export const passings = ['free', 'ask'] as const;
export const passingWords: Record<(typeof passings)[number], () => string> = {
  free: m.food_passing_free,
  ask: m.food_passing_ask,
};

/** 検品の結果 */
export const outcomes = ['passed', 'held', 'failed'] as const;
export const outcomeWords: Record<(typeof outcomes)[number], () => string> = {
  passed: m.food_outcome_passed,
  held: m.food_outcome_held,
  failed: m.food_outcome_failed,
};
export const checks = ['date', 'packing', 'temperature', 'label', 'smell'] as const;
export const checkWords: Record<(typeof checks)[number], () => string> = {
  date: m.food_check_date,
  packing: m.food_check_packing,
  temperature: m.food_check_temperature,
  label: m.food_check_label,
  smell: m.food_check_smell,
};

/** 出入りの種類 */
export const movementKinds = ['received', 'moved', 'handed', 'discarded', 'returned', 'counted'] as const;
export const movementWords: Record<(typeof movementKinds)[number], () => string> = {
  received: m.food_movement_received,
  moved: m.food_movement_moved,
  handed: m.food_movement_handed,
  discarded: m.food_movement_discarded,
  returned: m.food_movement_returned,
  counted: m.food_movement_counted,
};

/** Why something is thrown away or sent back. */
export const reasons = ['expired', 'damaged', 'recalled', 'unfit', 'left_over'] as const;
export const reasonWords: Record<(typeof reasons)[number] | 'wrong_count', () => string> = {
  expired: m.food_reason_expired,
  damaged: m.food_reason_damaged,
  recalled: m.food_reason_recalled,
  unfit: m.food_reason_unfit,
  left_over: m.food_reason_left_over,
  wrong_count: m.food_reason_wrong_count,
};

export const consentWays = ['spoken', 'written'] as const;
export const consentWayWords: Record<(typeof consentWays)[number], () => string> = {
  spoken: m.food_consent_spoken,
  written: m.food_consent_written,
};

export const noticeKinds = ['surplus', 'wanted'] as const;
export const noticeKindWords: Record<(typeof noticeKinds)[number], () => string> = {
  surplus: m.food_notice_surplus,
  wanted: m.food_notice_wanted,
};

/** How a lot stands at a place. `soon`: a week or less until its date. */
export const lotStates = ['waiting', 'usable', 'soon', 'over', 'held', 'failed', 'recalled', 'gone'] as const;
export type LotState = (typeof lotStates)[number];
export const lotStateWords: Record<LotState, () => string> = {
  waiting: m.food_state_waiting,
  usable: m.food_state_usable,
  soon: m.food_state_soon,
  over: m.food_state_over,
  held: m.food_state_held,
  failed: m.food_state_failed,
  recalled: m.food_state_recalled,
  gone: m.food_state_gone,
};
/** Days before its date from which on a lot is marked 期限間近. */
export const soonDays = 7;

/** Only what stands so may be handed on or out. */
export function mayLeave(state: LotState): boolean {
  return state === 'usable' || state === 'soon';
}

/** One lot as it lies at a place. */
export const stockLine = z.object({
  lot_id: z.uuid(),
  what: z.string(),
  unit: z.string(),
  /** In units, one decimal. */
  quantity: z.number(),
  date_kind: z.enum(dateKinds),
  good_until: z.string().nullable(),
  storage: z.enum(storages),
  allergens: z.array(z.string()),
  allergens_known: z.boolean(),
  passing: z.enum(passings),
  conditions: z.string().nullable(),
  state: z.enum(lotStates),
  /** First of its kind to be used up: 先に使う. */
  first: z.boolean(),
});
export type StockLine = z.output<typeof stockLine>;

/** So much of a lot. */
export interface Taken {
  readonly lot_id: string;
  readonly quantity: number;
}

/**
 * 期限の近いものから: what is to be taken for so many units of one food, earliest date first.
 *
 * @param lines what may be taken, in the order of their dates
 * @returns fewer units than asked for where there are not as many
 */
export function proposeTaking(lines: readonly StockLine[], quantity: number): Taken[] {
  let missing = tenths(quantity);
  const taken: Taken[] = [];
  for (const line of lines) {
    if (missing <= 0) break;
    const part = Math.min(missing, tenths(line.quantity));
    taken.push({ lot_id: line.lot_id, quantity: part / 10 });
    missing -= part;
  }
  return taken;
}

/**
 * Which lots were passed over: something of the same food has an earlier date and is not used up by what is taken.
 *
 * @param lines everything that may be taken, in the order of their dates
 */
export function passedOver(lines: readonly StockLine[], taken: readonly Taken[]): StockLine[] {
  const parts = new Map(taken.map(({ lot_id, quantity }) => [lot_id, tenths(quantity)]));
  return lines.filter((line) => {
    const left = tenths(line.quantity) - (parts.get(line.lot_id) ?? 0);
    const later = lines.some(
      (other) =>
        (parts.get(other.lot_id) ?? 0) > 0 &&
        foodKey(other.what) === foodKey(line.what) &&
        isEarlier(line.good_until, other.good_until),
    );
    return left > 0 && later;
  });
}

/** The same food, however it was written. */
export function foodKey(what: string): string {
  return what.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function isEarlier(one: string | null, other: string | null): boolean {
  return one !== null && (other === null || one < other);
}

/** Whole tenths of a unit, so that sums are exact. */
function tenths(quantity: number): number {
  return Math.round(quantity * 10);
}
