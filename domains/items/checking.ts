import * as z from 'zod';
import * as m from '#messages';
import { type Answers, type Item, isChosen, isInForce, type TypedAnswers } from './model.ts';

type Parts = Answers[string];
type Typed = TypedAnswers[string] | undefined;

const longest = { line: 200, lines: 2000 } as const;
const largest = 99_999_999;
const day = z.iso.date();

/**
 * What was typed for one item, as it is kept; a sentence where it cannot be. Nothing typed is no answer. Options that are
 * no longer offered can still be named: what was answered before can be handed in again.
 */
export function checkAnswer(asked: Item, typed: Typed): { parts: Parts } | { sentence: string } {
  if (isBlank(typed)) return { parts: [] };
  const { kind, label } = asked;
  switch (kind) {
    case 'line':
    case 'lines':
      return checkText(asked, typed, longest[kind]);
    case 'number':
      return Number.isInteger(typed) && Math.abs(Number(typed)) <= largest
        ? { parts: [Number(typed)] }
        : { sentence: m.items_field_number({ label }) };
    case 'date':
      return day.safeParse(typed).success
        ? { parts: [String(typed)] }
        : { sentence: m.items_field_date({ label }) };
    case 'section':
      return { sentence: m.items_refused_unknown() };
    default:
      return checkChosen(asked, typed);
  }
}

function isBlank(typed: Typed): boolean {
  if (typed === undefined || typed === null) return true;
  return typeof typed === 'string' || Array.isArray(typed) ? typed.length === 0 : false;
}

function checkText({ kind, label }: Item, typed: Typed, most: number) {
  const text = typeof typed === 'string' || typeof typed === 'number' ? String(typed).trim() : '';
  if (text === '' || text.length > most || (kind === 'line' && /[\r\n]/.test(text)))
    return { sentence: m.items_field_text({ label, most }) };
  return { parts: [text] };
}

function checkChosen({ kind, label, options }: Item, typed: Typed) {
  const ids = Array.isArray(typed) ? typed : [String(typed)];
  const chosen = options.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  if (chosen.length < new Set(ids).size) return { sentence: m.items_field_option({ label }) };
  if (kind !== 'choices' && chosen.length > 1) return { sentence: m.items_field_one_option({ label }) };
  return { parts: chosen };
}

/** What of an item is kept: one row of an answers table for each part of the answer. */
export interface AnswerRow {
  readonly item_id: string;
  readonly part: number;
  readonly option_id: string | null;
  readonly number: number | null;
  readonly day: string | null;
  readonly words: string | null;
}

export interface CheckedAnswers {
  /** By item, as they are read again. */
  readonly answers: Answers;
  readonly rows: readonly AnswerRow[];
  /** The items that were asked: whatever of them is not in `rows` is left blank. */
  readonly asked: readonly string[];
  /** By the name of the form's field; empty when all is well. */
  readonly sentences: Readonly<Record<string, string>>;
}

interface Asking {
  /** The span of the record: the day of a visit, the days of a month. */
  readonly from: string;
  readonly until?: string;
  /** Whether a required item has to be answered: never of who writes down what another has on paper. */
  readonly insists: boolean;
}

/** What was typed for all items that are asked of a record, checked together, so that every sentence is said at once. */
export function checkAnswers(
  items: readonly Item[],
  typed: TypedAnswers,
  { from, until = from, insists }: Asking,
): CheckedAnswers {
  const asked = items.filter((one) => one.kind !== 'section' && isInForce(one, from, until));
  const answers: Answers = {};
  const rows: AnswerRow[] = [];
  const sentences: Record<string, string> = {};
  for (const one of asked) {
    const checked = checkAnswer(one, typed[one.id]);
    if ('sentence' in checked) sentences[`answers.${one.id}`] = checked.sentence;
    else if (checked.parts.length === 0 && one.required && insists)
      sentences[`answers.${one.id}`] = m.items_field_required({ label: one.label });
    else if (checked.parts.length > 0) {
      answers[one.id] = checked.parts;
      rows.push(...checked.parts.map((value, part) => toRow(one, value, part)));
    }
  }
  for (const id of Object.keys(typed).filter((id) => !asked.some((one) => one.id === id))) {
    if (isBlank(typed[id])) continue;
    const known = items.find((one) => one.id === id);
    sentences[`answers.${id}`] = known
      ? m.items_refused_not_asked({ label: known.label })
      : m.items_refused_unknown();
  }
  return { answers, rows, asked: asked.map(({ id }) => id), sentences };
}

function toRow({ id, kind }: Item, value: string | number, part: number): AnswerRow {
  const row = { item_id: id, part, option_id: null, number: null, day: null, words: null };
  if (kind === 'number') return { ...row, number: Number(value) };
  const text = String(value);
  if (isChosen(kind)) return { ...row, option_id: text };
  return kind === 'date' ? { ...row, day: text } : { ...row, words: text };
}
