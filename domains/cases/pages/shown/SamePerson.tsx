import { useState } from 'react';
import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Typed } from '#ui/Form/read-typed.ts';
import { Notice } from '#ui/Notice.tsx';
import { findClients } from '../../client-api.ts';
import { writePerson } from '../../client-model.ts';

/** Search before register: with what was typed so far, over what the window itself may see. What was typed stays. */
export function SamePerson({ typed }: { typed: Typed }) {
  const [found, setFound] = useState<OutputOf<typeof findClients>['clients']>();
  const [pending, setPending] = useState(false);
  const q = [typed.name, typed.kana, typed.mobile, typed.phone, typed.born_on].find(
    (part): part is string => typeof part === 'string' && part !== '',
  );
  async function search() {
    setPending(true);
    try {
      setFound((await call(findClients, { q: q ?? '' })).clients);
    } finally {
      setPending(false);
    }
  }
  return (
    <div className="grid justify-items-start gap-3">
      <Button
        onPress={() => void search()}
        pending={pending}
        disabledReason={q ? undefined : m.cases_same_person_needs()}
      >
        {m.cases_same_person()}
      </Button>
      <div aria-live="polite">
        {found?.length === 0 && <p>{m.cases_same_person_none()}</p>}
        {found && found.length > 0 && (
          <Notice tone="info" title={m.cases_same_person_found()}>
            <ul className="list-disc pl-6">
              {found.map((client) => (
                <li key={client.id}>
                  <Link to={`/intakes/new?client=${client.id}`}>
                    {writePerson(client)}
                    {client.born_on && ` ${formatDay(client.born_on)}`}
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </div>
  );
}
