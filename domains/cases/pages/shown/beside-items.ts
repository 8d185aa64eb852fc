import { type Answers, type Item, sayAnswer } from '#domains/items/model.ts';
import { typedAnswersOf } from '#domains/items/pages/shown/initial-answers.ts';
import type { Typed } from '#ui/Form/read-typed.ts';

/** For each own item that stands in a form, what is answered now and what was typed, in words. */
export function besideItems(items: readonly Item[], now: Answers, typed: Typed) {
  const asked = items.filter(({ id, kind }) => kind !== 'section' && `answers.${id}` in typed);
  const answers = typedAnswersOf(asked, typed);
  return asked.map((one) => ({
    term: one.label,
    values: [sayAnswer(one, now[one.id]), sayAnswer(one, answers[one.id])] as const,
  }));
}
