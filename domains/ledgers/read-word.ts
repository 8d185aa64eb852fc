import { type Caution, cautions, cautionWords } from '#domains/parties/cautions.ts';
import {
  type Channel,
  type Condition,
  type Contact,
  channels,
  channelWords,
  conditions,
  conditionWords,
  contacts,
  contactWords,
} from '#domains/visits/model.ts';
import * as m from '#messages';
import { foldWord, toPlainWidth } from './writing.ts';

/** The words of a closed list as ledgers write them: the screen's own word, its code, and what paper forms say. */
function wordsOf<Value extends string>(
  values: readonly Value[],
  words: Record<Value, () => string>,
  others: Record<Value, () => string>,
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const value of values) {
    for (const word of [value, words[value](), ...others[value]().split('|')])
      found.set(foldWord(word), value);
  }
  return found;
}

const channelsByWord = wordsOf<Channel>(channels, channelWords, {
  face: m.ledgers_word_face,
  intercom: m.ledgers_word_intercom,
  phone: m.ledgers_word_phone,
  letter: m.ledgers_word_letter,
  outside: m.ledgers_word_outside,
  message: m.ledgers_word_message,
  gathering: m.ledgers_word_gathering,
});
const contactsByWord = wordsOf<Contact>(contacts, contactWords, {
  met: m.ledgers_word_met,
  answered: m.ledgers_word_answered,
  absent: m.ledgers_word_absent,
  declined: m.ledgers_word_declined,
});
const conditionsByWord = wordsOf<Condition>(conditions, conditionWords, {
  usual: m.ledgers_word_usual,
  concern: m.ledgers_word_concern,
  alarm: m.ledgers_word_alarm,
});

const cautionsByWord = wordsOf<Caution>(cautions, cautionWords, {
  dog: m.ledgers_word_dog,
  hearing: m.ledgers_word_hearing,
  back_door: m.ledgers_word_back_door,
  phone_first: m.ledgers_word_phone_first,
  in_pairs: m.ledgers_word_in_pairs,
});
const noCaution = m.ledgers_word_no_caution().split('|').map(foldWord);

type ReadWord<Value> = { readonly value: Value } | { readonly says: string };

export function readChannel(text: string): ReadWord<Channel> {
  return find(channelsByWord, text, channels, channelWords, m.ledgers_field_channel());
}
export function readContact(text: string): ReadWord<Contact> {
  return find(contactsByWord, text, contacts, contactWords, m.ledgers_field_contact());
}
export function readCondition(text: string): ReadWord<Condition> {
  return find(conditionsByWord, text, conditions, conditionWords, m.ledgers_field_condition());
}

/** 注意: several of a closed list, apart by 、 or on lines of their own; なし is none. */
export function readCautions(text: string): ReadWord<readonly Caution[]> {
  const words = text.split(/[、，,\r\n]+/).filter((word) => word.trim() !== '');
  if (words.length === 1 && noCaution.includes(foldWord(text))) return { value: [] };
  const read = words.map((word) =>
    find(cautionsByWord, word, cautions, cautionWords, m.ledgers_field_cautions()),
  );
  const wrong = read.find((one) => 'says' in one);
  if (wrong) return wrong;
  const found = read.map((one) => ('value' in one ? one.value : null));
  return { value: cautions.filter((caution) => found.includes(caution)) };
}

function find<Value extends string>(
  byWord: ReadonlyMap<string, Value>,
  text: string,
  values: readonly Value[],
  words: Record<Value, () => string>,
  field: string,
): ReadWord<Value> {
  const value = byWord.get(foldWord(text));
  if (value !== undefined) return { value };
  const possible = values.map((one) => m.ledgers_one_of({ word: words[one]() })).join('');
  return { says: m.ledgers_unknown_word({ field, possible }) };
}

/** A count of a tally: a whole number from 0 to 99,999, thousands separated or not. */
export function readCount(cell: string | number): ReadWord<number> {
  const text = typeof cell === 'number' ? String(cell) : toPlainWidth(cell);
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(text))
    return {
      says:
        /\d/.test(text) && /^\D*\d+\D*$/.test(text) && !/^-/.test(text)
          ? m.ledgers_count_with_unit()
          : m.ledgers_count_unreadable(),
    };
  const n = Number(text.replaceAll(',', ''));
  return n <= 99_999 ? { value: n } : { says: m.ledgers_count_unreadable() };
}
