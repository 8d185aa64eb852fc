import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Section } from '#ui/Section.tsx';
import type { listLetters } from '../../api.ts';
import { dayOfInstant } from './day-of-instant.ts';
import { firstWordsOf } from './first-words.ts';

/** What came over the public form and waits, the oldest first; nothing where nothing came. */
export function WaitingLetters({ box }: { box: OutputOf<typeof listLetters> }) {
  const { letters, waiting, held_back } = box;
  if (waiting + held_back === 0) return null;
  return (
    <Section heading={m.letters_today({ n: waiting })}>
      {waiting === 0 && <p>{m.letters_today_none()}</p>}
      <ul className="grid gap-3">
        {letters.map((letter) => (
          <li key={letter.id} className="flex flex-wrap items-center gap-3">
            <span>{formatDay(dayOfInstant(letter.received_at))}</span>
            <Link to={`/letters/${letter.id}`} className="inline-block py-2">
              {firstWordsOf(letter)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-3 flex flex-wrap gap-4">
        <Link to="/letters" className="inline-block py-2">
          {m.letters_to_list()}
        </Link>
        {held_back > 0 && (
          <Link to="/letters?box=held_back" className="inline-block py-2">
            {m.letters_today_held({ n: held_back })}
          </Link>
        )}
      </p>
    </Section>
  );
}
