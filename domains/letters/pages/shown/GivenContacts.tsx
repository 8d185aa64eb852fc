import { correctContact, type readClient } from '#domains/cases/client-api.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { readLetter } from '../../api.ts';
import { contactsGiven } from './given-contacts.ts';

interface GivenContactsProps {
  letter: OutputOf<typeof readLetter>;
  client: OutputOf<typeof readClient>;
}

/** Offers to write into the record how the letter says its writer is reached; nothing of it is written unasked. */
export function GivenContacts({ letter, client: { id, contact } }: GivenContactsProps) {
  const given = contact ? contactsGiven(letter, contact) : [];
  if (!contact || given.length === 0) return null;
  const { address, district_id, phone, mobile, email, reaching, version } = contact;
  const stands = { address, district_id, phone, mobile, email, reaching, version };
  return (
    <div className="my-6">
      <Notice tone="info" title={m.letters_given_title()}>
        <ul className="grid gap-3">
          {given.map(({ field, called, says, now }) => (
            <li key={field} className="grid gap-2">
              <span>
                {now === null
                  ? m.letters_given_new({ called, says })
                  : m.letters_given_other({ called, says, now })}
              </span>
              <span>
                <CommandButton op={correctContact} input={{ ...stands, id, [field]: says }}>
                  {m.letters_given_write({ called })}
                </CommandButton>
              </span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
