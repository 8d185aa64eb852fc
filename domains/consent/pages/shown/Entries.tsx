import { Link, useLocation } from 'react-router';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { listAudit } from '#platform/audit/api.ts';
import { formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { RefusalCode } from '#platform/refusal.ts';
import { Badge } from '#ui/Badge.tsx';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import type { Acts } from './acts.ts';

type Entry = OutputOf<typeof listAudit>['entries'][number];

interface EntriesProps {
  entries: readonly Entry[];
  acts: Acts;
}

/** Sealed entries, newest first. */
export function Entries({ entries, acts }: EntriesProps) {
  const { search } = useLocation();
  return (
    <DataTable
      caption={m.consent_audit_caption()}
      rows={entries}
      rowKey={({ number }) => String(number)}
      empty={{ says: search ? m.consent_audit_nothing_found() : m.consent_audit_empty() }}
      columns={[
        { key: 'number', heading: m.consent_audit_number(), value: ({ number }) => number, numeric: true },
        {
          key: 'at',
          heading: m.consent_audit_at(),
          value: ({ at }) => formatInstant(at),
          order: ({ at }) => at,
        },
        {
          key: 'who',
          heading: m.consent_audit_who(),
          value: ({ role, account_id }) => `${writeRole(role)} ${account_id ?? ''}`,
          cell: ({ role, account_id }) => (
            <>
              {writeRole(role)}
              {account_id && <Id id={account_id} part="account" says={m.consent_audit_only_account} />}
            </>
          ),
        },
        {
          key: 'act',
          heading: m.consent_audit_act(),
          value: ({ operation, word }) => acts.says[operation] ?? word,
        },
        {
          key: 'outcome',
          heading: m.consent_audit_outcome(),
          value: ({ outcome }) => writeOutcome(outcome),
          cell: ({ outcome }) => (
            <Badge tone={outcome === 'done' ? 'neutral' : 'yellow'}>{writeOutcome(outcome)}</Badge>
          ),
        },
        {
          key: 'subjects',
          heading: m.consent_audit_subjects(),
          value: ({ subjects }) => subjects.join(' ') || null,
          order: ({ subjects }) => subjects.length,
          cell: ({ subjects }) => <Subjects subjects={subjects} />,
        },
      ]}
    />
  );
}

function Subjects({ subjects }: Pick<Entry, 'subjects'>) {
  const list = (
    <ul>
      {subjects.map((id) => (
        <li key={id}>
          <Id id={id} part="subject" says={m.consent_audit_only_subject} />
        </li>
      ))}
    </ul>
  );
  if (subjects.length <= 2) return list;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">
        {m.consent_audit_n_subjects({ n: subjects.length })}
      </summary>
      {list}
    </details>
  );
}

interface IdProps {
  id: string;
  part: 'account' | 'subject';
  says: (words: { id: string }) => string;
}

/** An id by its last digits, which leads to all entries that name it. */
function Id({ id, part, says }: IdProps) {
  const short = id.slice(-12);
  return (
    <span className="block">
      <Link to={`?${part}=${id}`} aria-label={says({ id: short })} className="font-mono">
        {short}
      </Link>
    </span>
  );
}

function writeRole(role: string | null): string {
  if (role === null) return m.consent_audit_nobody();
  return role in roleWords ? roleWords[role as Role]() : m.consent_audit_system();
}

const outcomeWords: Record<RefusalCode | 'done', () => string> = {
  done: m.consent_outcome_done,
  invalid: m.consent_outcome_invalid,
  refused: m.consent_outcome_refused,
  not_signed_in: m.consent_outcome_not_signed_in,
  second_factor_needed: m.consent_outcome_second_factor_needed,
  not_allowed: m.consent_outcome_not_allowed,
  not_found: m.consent_outcome_not_found,
  id_taken: m.consent_outcome_refused,
  approval_needed: m.consent_outcome_refused,
  proof_needed: m.consent_outcome_second_factor_needed,
  call_differs: m.consent_outcome_refused,
  locked_out: m.consent_outcome_locked_out,
  too_many: m.consent_outcome_too_many,
  too_large: m.consent_outcome_refused,
};

export function writeOutcome(outcome: string): string {
  return outcome in outcomeWords ? outcomeWords[outcome as RefusalCode]() : outcome;
}
