import * as m from '#messages';
import { findHardPlaces, type HardPlace } from '../../hardness.ts';
import type { EasyRule, KnownWord } from '../../model.ts';

interface HardPlacesProps {
  title: string;
  words: string;
  rule: EasyRule;
  hard: readonly KnownWord[];
}

/** So many are listed: who mends them sees the others next. */
const most = 12;

/** むずかしいところ: what is hard in what is typed so far, where, and what one can do about it. */
export function HardPlaces({ title, words, rule, hard }: HardPlacesProps) {
  const places = findHardPlaces(`${title}\n${words}`, rule, hard);
  return (
    <section
      className="grid gap-2 rounded-8 border border-solid-gray-420 p-4"
      aria-label={m.notices_hard_title()}
    >
      <h2 className="text-std-18B-160">{m.notices_hard_title()}</h2>
      <p role="status">
        {places.length === 0 ? m.notices_hard_none() : m.notices_hard_n({ n: places.length })}
      </p>
      {places.length > 0 && (
        <ul className="grid list-disc gap-1 pl-6">
          {places.slice(0, most).map((place) => (
            <li key={`${place.kind} ${place.words}`}>{say(place, rule)}</li>
          ))}
        </ul>
      )}
      {places.length > most && <p>{m.notices_hard_more({ n: places.length - most })}</p>}
    </section>
  );
}

function say({ kind, words, n, instead }: HardPlace, rule: EasyRule): string {
  switch (kind) {
    case 'long_sentence':
      return m.notices_hard_long_sentence({ words: shorten(words), n, most: rule.longest_sentence });
    case 'many_kanji':
      return m.notices_hard_many_kanji({ n, most: rule.kanji_percent });
    case 'kanji_run':
      return m.notices_hard_kanji_run({ words, n });
    case 'hard_word':
      return m.notices_hard_hard_word({ words, instead });
    case 'double_negative':
      return m.notices_hard_double_negative({ words });
    case 'clock24':
      return m.notices_hard_clock24({ words });
    case 'era':
      return m.notices_hard_era({ words });
  }
}

function shorten(sentence: string): string {
  const signs = [...sentence];
  return signs.length > 20 ? `${signs.slice(0, 20).join('')}…` : sentence;
}
