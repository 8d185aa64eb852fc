import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Section } from '#ui/Section.tsx';
import { addressOfSheet } from '../../../visits/pages/shown/sheet-address.ts';
import { writeMonth } from '../../../visits/pages/shown/wording.ts';
import type { AskedSheet } from '../../request-api.ts';

/** What the council's officer waits for; each leads to the month's grid. Nothing where nobody asked. */
export function RequestsOfGroup({ requests }: { requests: readonly AskedSheet[] }) {
  if (requests.length === 0) return null;
  return (
    <Section heading={m.groups_today_heading()}>
      <ul className="grid gap-3">
        {requests.map(({ id, district_id, district_name, group_id, month, asked_on, words }) => (
          <li key={id} className="border-b border-solid-gray-300 pb-3">
            <Link
              to={addressOfSheet({ district: district_id, group: group_id, month }, '/members')}
              className="inline-block py-2"
            >
              {m.groups_today_asked({
                district: district_name,
                month: writeMonth(month),
                day: formatDay(asked_on),
              })}
            </Link>
            {words && <p>{words}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
