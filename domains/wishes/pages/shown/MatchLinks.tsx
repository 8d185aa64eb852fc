import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';

export function MatchLinks({
  matches,
  empty,
}: {
  matches: readonly { id: string; proposed_on: string; with: string[] }[];
  empty: string;
}) {
  if (matches.length === 0) return <p>{empty}</p>;
  return (
    <ul className="grid gap-2">
      {matches.map(({ id, proposed_on, with: names }) => (
        <li key={id}>
          <Link to={`/matches/${id}`}>
            {m.wishes_match_line({ day: formatDay(proposed_on), names: names.join(m.wishes_between()) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
