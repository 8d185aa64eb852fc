import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import type { BoardPromise } from '../../api.ts';
import { levelWords, outcomeWords } from '../../model.ts';

/** Promises, each with who, until when, and what became of it. */
export function Promises({ promises, none }: { promises: readonly BoardPromise[]; none: string }) {
  if (promises.length === 0) return <p>{none}</p>;
  return (
    <ul className="grid gap-3">
      {promises.map((one) => (
        <li key={one.id} className="grid gap-2 rounded-8 border border-solid-gray-300 p-4">
          <p className="flex flex-wrap items-center gap-3">
            <span className="text-std-18B-160 whitespace-pre-wrap">{one.what}</span>
            {one.outcome && (
              <Badge tone={one.outcome === 'done' ? 'green' : 'yellow'}>{outcomeWords[one.outcome]()}</Badge>
            )}
            {one.shown !== 'board' && <Badge>{levelWords[one.shown]()}</Badge>}
            {one.linked && <Badge tone="blue">{m.boards_linked()}</Badge>}
          </p>
          <p>
            {m.boards_promise_line({
              who: one.who ?? m.boards_nobody(),
              until: one.until_on ? formatDay(one.until_on) : m.boards_until_next(),
            })}
          </p>
          {one.outcome_words && <p className="whitespace-pre-wrap">{one.outcome_words}</p>}
          <p className="flex flex-wrap gap-4">
            <Link to={`/board-meetings/${one.meeting_id}`}>
              {m.boards_promise_made({ n: one.number, day: formatDay(one.made_on) })}
            </Link>
            {one.group_id && <Link to={`/helping-groups/${one.group_id}`}>{m.boards_promise_group()}</Link>}
          </p>
        </li>
      ))}
    </ul>
  );
}
