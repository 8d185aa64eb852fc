import type { Answers, Item, TypedAnswers } from '../../model.ts';

/** What the fields of a form begin with. */
export function initialAnswers(items: readonly Item[], answers: Answers): TypedAnswers {
  const typed: TypedAnswers = {};
  for (const { id, kind } of items) {
    const parts = answers[id];
    if (parts) typed[id] = kind === 'choices' ? parts.map(String) : (parts[0] ?? null);
  }
  return typed;
}

/** What stands in a form's fields for own items, as answers are read: for showing it beside what somebody else has written. */
export function typedAnswersOf(items: readonly Item[], typed: Readonly<Record<string, unknown>>): Answers {
  const answers: Answers = {};
  for (const { id } of items) {
    const value = typed[`answers.${id}`];
    if (value === undefined || value === null || value === '') continue;
    answers[id] = Array.isArray(value) ? value : [typeof value === 'number' ? value : String(value)];
  }
  return answers;
}
