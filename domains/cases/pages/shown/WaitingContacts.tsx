import { Link } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Section } from '#ui/Section.tsx';
import type { listWaitingContacts } from '../../address-api.ts';

/** What colleagues wrote of how somebody is reached whose address this post keeps; nothing where nothing waits. */
export function WaitingContacts({ waiting }: OutputOf<typeof listWaitingContacts>) {
  const n = waiting.reduce((all, one) => all + one.n, 0);
  if (n === 0) return null;
  return (
    <Section heading={m.cases_written_today({ n })}>
      <p>{m.cases_written_today_lead()}</p>
      <p className="mt-3">
        <Link to="/kept-addresses" className="inline-block py-2">
          {m.cases_written_to_kept()}
        </Link>
      </p>
    </Section>
  );
}
