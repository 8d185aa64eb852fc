import { Link } from 'react-router';
import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import type { OpenedCase } from '../../case-api.ts';
import { caseRelationWords, type MemberConsent, memberConsentWords } from '../../case-model.ts';

const tones = { given: 'green', refused: 'red', not_asked: 'yellow' } as const;
const paths: Record<MemberConsent, () => string> = {
  given: m.cases_path_given,
  refused: m.cases_path_refused,
  not_asked: m.cases_path_not_asked,
};

/** Who the case is about: each member with their own consent, and whether anything of theirs can be shared. */
export function Members({ shown: { members, own } }: { shown: Pick<OpenedCase, 'members' | 'own'> }) {
  if (members.length === 0) return <EmptyState says={m.cases_members_hidden()} />;
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {members.map(({ client_id, name, relation, lives_in, left_on, consent }) => (
        <li
          key={client_id}
          className="grid content-start gap-2 rounded-8 border border-solid-gray-300 p-4 break-inside-avoid"
        >
          <p className="flex flex-wrap items-center gap-3">
            <span className="text-std-18B-160">{name ?? m.cases_name_hidden()}</span>
            <span>{caseRelationWords[relation]()}</span>
            {!lives_in && <span>{m.cases_lives_elsewhere()}</span>}
            {left_on !== null && <span>{m.cases_left()}</span>}
          </p>
          {consent !== null && (
            <>
              <p>
                <Badge tone={tones[consent]}>{memberConsentWords[consent]()}</Badge>
              </p>
              <p>{paths[consent]()}</p>
            </>
          )}
          {own && (
            <p className="flex flex-wrap gap-4 print:hidden">
              <Link className="inline-block py-2" to={`/clients/${client_id}/consents`}>
                {m.cases_to_consents({ name: name ?? '' })}
              </Link>
              <Link className="inline-block py-2" to={`/clients/${client_id}/assessment`}>
                {m.cases_to_assessment({ name: name ?? '' })}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
