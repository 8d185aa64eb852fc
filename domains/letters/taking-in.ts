import type { receiveIntake } from '#domains/cases/intake-api.ts';
import * as m from '#messages';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import type { readLetter } from './api.ts';
import { aboutWords, isPhone, languageWords } from './model.ts';

/** Characters of 連絡のしかた in a person's contact. */
const longestReaching = 300;

type Letter = OutputOf<typeof readLetter>;
type Intake = Omit<InputOf<typeof receiveIntake>, 'id' | 'client_id'>;

/**
 * What a letter says, in the fields of the first word: who writes about oneself is the person, who writes about somebody else
 * the caller. What has no field of its own is written below the own words, so that nothing is lost.
 */
export function asIntake(letter: Letter): Intake {
  const { wish, trouble, worries, heard_of, about, name } = letter;
  const own = about === null || about === 'self';
  const phone = isPhone(letter.phone) ? letter.phone : null;
  const rest = [
    !isPhone(letter.phone) && letter.phone,
    !own && letter.email,
    letter.reaching,
    languageWords[letter.language]?.(),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  const first = { channel: 'mail', route: 'public_form', wish, trouble, worries, heard_of } as const;
  const reaching = rest.join('、');
  if (own && reaching.length <= longestReaching)
    return { ...first, name, phone, email: letter.email, reaching: reaching || null };
  if (own) return { ...first, name, phone, email: letter.email, trouble: below(trouble, rest) };
  return {
    ...first,
    trouble: below(trouble, rest),
    caller_name: name,
    caller_phone: phone,
    caller_relation: aboutWords[about](),
  };
}

function below(words: string | null, rest: readonly string[]): string | null {
  if (rest.length === 0) return words;
  const line = m.letters_reach_writer({ how: rest.join('、') });
  // A first word holds 4,000 characters, the public form takes 3,000: there is room for it.
  return [words, line].filter(Boolean).join('\n');
}
