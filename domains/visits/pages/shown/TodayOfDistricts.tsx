import { Link } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { Section } from '#ui/Section.tsx';
import type { readToday } from '../../today-api.ts';
import { addressOfSheet } from './sheet-address.ts';
import { Worries } from './Worries.tsx';
import { writeMonth } from './wording.ts';

type DistrictsView = Extract<OutputOf<typeof readToday>['view'], { for: 'districts' }>;

/** A council officer's day: 異変 first, then whose sheet of last month is missing. */
export function TodayOfDistricts({ view: { month, missing, asked, alarms } }: { view: DistrictsView }) {
  return (
    <>
      <Worries
        heading={m.visits_alarms_of_week()}
        worries={alarms}
        none={m.visits_alarms_none()}
        whose="district"
      />
      <Section
        heading={m.visits_today_missing({ month: writeMonth(month), n: missing.length })}
        actions={<ButtonLink to={`/tally?month=${month}`}>{m.visits_to_tally()}</ButtonLink>}
      >
        {asked > 0 && (
          <ProgressBar label={m.visits_tally_progress()} value={asked - missing.length} max={asked} />
        )}
        {missing.length === 0 && <p>{m.visits_tally_complete()}</p>}
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {missing.map(({ district_id, group_id, district_name }) => (
            <li key={`${district_id} ${group_id}`}>
              <Link
                to={addressOfSheet({ district: district_id, group: group_id, month })}
                className="inline-block py-2.5"
              >
                {district_name}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
