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
