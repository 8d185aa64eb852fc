import type { readClient } from '#domains/cases/client-api.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { readLetter } from '../../api.ts';
import { isPhone } from '../../model.ts';

type Letter = OutputOf<typeof readLetter>;
type Contact = NonNullable<OutputOf<typeof readClient>['contact']>;

/** One way to reach somebody that a letter gives and the record does not hold. */
export interface GivenContact {
  readonly field: 'phone' | 'mobile' | 'email';
  readonly called: string;
  readonly says: string;
  /** What the record holds in its place. */
  readonly now: string | null;
}

/** Whether whoever wrote about oneself says how to be reached by telephone or mail. */
export function givesContact({ about, phone, email }: Letter): boolean {
  return (about === null || about === 'self') && (isPhone(phone) || email !== null);
}

/** What a letter gives that does not stand in the record yet, by the field it belongs to. */
export function contactsGiven(letter: Letter, { phone, mobile, email }: Contact): GivenContact[] {
  if (!givesContact(letter)) return [];
  const given: GivenContact[] = [];
  const number = isPhone(letter.phone) ? letter.phone.normalize('NFKC') : null;
  if (number !== null && ![phone, mobile].some((one) => one !== null && digitsOf(one) === digitsOf(number))) {
    const hand = /^0[789]0/.test(digitsOf(number));
    given.push(
      hand
        ? { field: 'mobile', called: m.letters_given_mobile(), says: number, now: mobile }
        : { field: 'phone', called: m.letters_given_phone(), says: number, now: phone },
    );
  }
  if (letter.email !== null && letter.email !== email)
    given.push({ field: 'email', called: m.letters_given_email(), says: letter.email, now: email });
  return given;
}

function digitsOf(number: string): string {
  return number.normalize('NFKC').replace(/\D/g, '');
}
