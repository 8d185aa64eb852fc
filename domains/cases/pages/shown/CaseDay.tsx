import { Link } from 'react-router';
import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import type { CaseDay as Day } from '../../task-api.ts';

interface CaseDayProps {
  day: Day;
  /** The town's list of what cannot wait. */
  urgencies: readonly CodeEntry[];
}

/** A worker's day: what cannot wait, what was promised, what another body waits for or owes an answer to. */
export function CaseDay({ day: { tasks, nexts, handovers, looks, urgent }, urgencies }: CaseDayProps) {
  const { today } = useMe();
  if (tasks.length + nexts.length + handovers.length + looks.length + urgent.length === 0)
    return (
      <EmptyState
        says={m.cases_day_nothing()}
        action={<ButtonLink to="/cases">{m.cases_title()}</ButtonLink>}
      />
    );
  return (
    <>
      {urgent.length > 0 && (
        <Section heading={m.cases_urgent()}>
          <ul className="grid gap-3">
            {urgent.map(({ case_id, number, called, kinds }) => (
              <li key={case_id} className="flex flex-wrap items-center gap-3">
                <CaseLink id={case_id} number={number} called={called} />
                {kinds.map((kind) => (
                  <Badge key={kind} tone="red">
                    {labelOf(urgencies, 'urgency', kind, today)}
                  </Badge>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {tasks.length + nexts.length > 0 && (
        <Section heading={m.cases_day_promised()}>
          <ul className="grid gap-3">
            {[
              ...tasks.map((t) => ({ ...t, key: t.id, on: t.due_on, words: t.words })),
              ...nexts.map((n) => ({ ...n, key: n.note_id, on: n.next_on, words: n.next_plan ?? '' })),
            ]
              .sort((a, b) => a.on.localeCompare(b.on))
              .map(({ key, case_id, number, called, on, words }) => (
                <li key={key} className="flex flex-wrap items-center gap-3">
                  <span>{formatDay(on)}</span>
                  {on < today && <Badge tone="red">{m.cases_overdue()}</Badge>}
                  <span>{words}</span>
                  <CaseLink id={case_id} number={number} called={called} />
                </li>
              ))}
          </ul>
        </Section>
      )}
      {looks.length > 0 && (
        <Section heading={m.cases_day_looks()}>
          <ul className="grid gap-3">
            {looks.map(({ joining_id, case_id, client_name, place_name, next_look_on }) => (
              <li key={joining_id} className="flex flex-wrap items-center gap-3">
                <span>{formatDay(next_look_on)}</span>
                {next_look_on < today && <Badge tone="red">{m.cases_overdue()}</Badge>}
                <Link to={`/cases/${case_id}/joinings`} className="inline-block py-2">
                  {m.cases_joining_heading({ name: client_name ?? m.cases_name_hidden(), place: place_name })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {handovers.length > 0 && (
        <Section heading={m.cases_handovers_title()}>
          <ul className="grid gap-3">
            {handovers.map(({ id, other, asked, accepted, due_on }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <Link to="/case-handovers" className="inline-block py-2">
                  {asked ? m.cases_day_asked({ body: other }) : m.cases_day_waiting({ body: other })}
                </Link>
                <Badge tone="yellow">
                  {accepted ? m.cases_handover_accepted() : m.cases_handover_asked()}
                </Badge>
                <span>{m.cases_day_due({ day: formatDay(due_on) })}</span>
                {!accepted && due_on < today && <Badge tone="red">{m.cases_overdue()}</Badge>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function CaseLink({ id, number, called }: { id: string; number: string; called: string | null }) {
  return (
    <Link to={`/cases/${id}`} className="inline-block py-2">
      {called ?? m.cases_case_title({ number })}
    </Link>
  );
}
