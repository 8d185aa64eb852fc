import { consentStates, consentStateWords } from '#domains/cases/intake-model.ts';
import { joiningSteps, joiningStepWords, placeWays, placeWayWords } from '#domains/cases/joining-model.ts';
import { noteOutcomes, noteOutcomeWords } from '#domains/cases/note-model.ts';
import {
  decisions,
  decisionWords,
  outcomes,
  outcomeWords,
  planKinds,
  planKindWords,
} from '#domains/cases/plan-model.ts';
import * as m from '#messages';
import type { CountedColumn, Source } from './model.ts';

/** What a count can be narrowed by: marks, each with its values in words. */
interface Mark {
  readonly mark: string;
  readonly word: () => string;
  readonly values: readonly string[];
  readonly words: Readonly<Record<string, () => string>>;
}

const consent: Mark = {
  mark: 'consent',
  word: m.returns_mark_consent,
  values: consentStates,
  words: consentStateWords,
};
const work: Mark = {
  mark: 'work',
  word: m.returns_mark_work,
  values: ['new', 'again', ...noteOutcomes],
  words: { new: m.returns_work_new, again: m.returns_work_again, ...noteOutcomeWords },
};
const planKind: Mark = {
  mark: 'kind',
  word: m.returns_mark_plan_kind,
  values: planKinds,
  words: planKindWords,
};

const marks: Partial<Record<Source, readonly Mark[]>> = {
  intakes: [consent],
  receptions: [consent],
  contacts: [work],
  notes: [
    { mark: 'outcome', word: m.returns_mark_outcome, values: noteOutcomes, words: noteOutcomeWords },
    {
      mark: 'standing',
      word: m.returns_mark_standing,
      values: ['new', 'continuing'],
      words: { new: m.returns_standing_new, continuing: m.returns_standing_continuing },
    },
  ],
  plans: [
    planKind,
    {
      mark: 'turn',
      word: m.returns_mark_turn,
      values: ['first', 'again'],
      words: { first: m.returns_column_plans_first, again: m.returns_column_plans_again },
    },
  ],
  decisions: [
    planKind,
    { mark: 'decision', word: m.returns_mark_decision, values: decisions, words: decisionWords },
  ],
  joinings: [
    {
      mark: 'standing',
      word: m.returns_mark_standing,
      values: ['new', 'continuing'],
      words: { new: m.returns_standing_new, continuing: m.returns_standing_continuing },
    },
  ],
  joining_steps: [
    {
      mark: 'step',
      word: m.returns_mark_step,
      values: joiningSteps,
      words: joiningStepWords,
    },
  ],
  place_supports: [{ mark: 'way', word: m.returns_mark_way, values: placeWays, words: placeWayWords }],
  endings: [
    planKind,
    { mark: 'outcome', word: m.returns_mark_ending, values: outcomes, words: outcomeWords },
  ],
};

interface Named {
  readonly code: string;
  readonly name: string;
}

/** What the town's own lists say a count can be narrowed by: kinds of conference, ways of a contact, with whom it was. */
export interface TownLists {
  readonly conferences: readonly Named[];
  readonly ways: readonly Named[];
  readonly withs: readonly Named[];
}

function marksOf(source: Source, { conferences, ways, withs }: TownLists): readonly Mark[] {
  if (source === 'meetings' || source === 'items')
    return [markOf('conference', m.returns_mark_conference, conferences)];
  const own = marks[source] ?? [];
  if (source !== 'notes') return own;
  return [...own, markOf('with_whom', m.returns_mark_with, withs), markOf('way', m.returns_mark_way, ways)];
}

function markOf(mark: string, word: () => string, list: readonly Named[]): Mark {
  return {
    mark,
    word,
    values: list.map(({ code }) => code),
    words: Object.fromEntries(list.map(({ code, name }) => [code, () => name])),
  };
}

/** A condition as one word of a form: `mark=value`. */
export function writeConditions(where: CountedColumn['where']): string[] {
  return Object.entries(where).flatMap(([mark, values]) => values.map((value) => `${mark}=${value}`));
}

export function readConditions(written: readonly string[]): CountedColumn['where'] {
  const where: Record<string, string[]> = {};
  for (const one of written) {
    const [mark = '', value = ''] = one.split('=');
    where[mark] = [...(where[mark] ?? []), value];
  }
  return where;
}

/** What a source can be narrowed by, as choices of a form; conditions that stand there already among them. */
export function conditionChoices(
  source: Source,
  standing: CountedColumn['where'],
  lists: TownLists,
): { value: string; label: string }[] {
  const known = marksOf(source, lists).flatMap(({ mark, word, values, words }) =>
    values.map((value) => ({
      value: `${mark}=${value}`,
      label: m.returns_condition({ mark: word(), value: words[value]?.() ?? value }),
    })),
  );
  const others = writeConditions(standing).filter((one) => !known.some(({ value }) => value === one));
  return [...known, ...others.map((value) => ({ value, label: value }))];
}

/** What narrows a column, in words; nothing where all of it counts. */
export function sayConditions(
  { source, where }: Pick<CountedColumn, 'source' | 'where'>,
  lists: TownLists,
): string | null {
  const chosen = writeConditions(where);
  const labels = conditionChoices(source, where, lists)
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label);
  return labels.join(m.returns_between()) || null;
}
