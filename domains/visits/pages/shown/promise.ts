import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { type HandedPromise, handoverKindWords } from '../../handover-api.ts';
import { conditionWords, nextStepWords } from '../../model.ts';
import { writeWish } from './wish.ts';

/** A promise in one line: what it is, whose household, and what was recorded. */
export function describePromise(promise: HandedPromise): string {
  const what = handoverKindWords[promise.kind]();
  const { household_name, visited_on, condition, next_step, month, wish } = promise;
  const parts = [
    household_name,
    month,
    visited_on &&
      (promise.kind === 'household'
        ? m.visits_promise_last({ day: formatDay(visited_on) })
        : m.visits_promise_visit({ day: formatDay(visited_on) })),
    wish && writeWish(wish),
    condition && conditionWords[condition](),
    next_step && next_step !== 'none' && m.visits_promise_next({ step: nextStepWords[next_step]() }),
  ].filter(Boolean);
  return m.visits_promise({ what, about: parts.join(m.visits_promise_comma()) });
}
