import { Link } from 'react-router';
import { closingWords } from '#domains/parties/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { Section } from '#ui/Section.tsx';
import type { readToday } from '../../today-api.ts';
import { addressOfSheet } from './sheet-address.ts';
import { Worries } from './Worries.tsx';
import { writeMonth } from './wording.ts';

type GroupView = Extract<OutputOf<typeof readToday>['view'], { for: 'group' }>;
type Sheet = GroupView['sheets'][number];

/** A gatherer's day: how last month and this one stand, and what visitors worried about. */
export function TodayOfGroup({ view: { sheets, worries, gone } }: { view: GroupView }) {
  return (
    <>
      <Section heading={m.visits_today_months()}>
        <ul className="grid gap-3">
          {sheets.map((sheet) => (
            <li key={`${sheet.month} ${sheet.group_id}`} className="border-b border-solid-gray-300 pb-3">
              <Month sheet={sheet} />
            </li>
          ))}
        </ul>
      </Section>
      <Worries
        heading={m.visits_worries_district()}
        worries={worries}
        none={m.visits_worries_none()}
        whose="visitor"
      />
      {gone.length > 0 && (
        <Section heading={m.visits_today_gone()}>
          <p>{m.visits_today_gone_lead()}</p>
          <ul className="grid gap-2">
            {gone.map((one) => (
              <li key={`${one.household_id} ${one.person}`}>
                <Link to={`/households/${one.household_id}`}>{one.person ?? one.name}</Link>
                {m.visits_gone_line({ day: formatDay(one.on), why: closingWords[one.why]() })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Month({ sheet }: { sheet: Sheet }) {
  const { month, district_id, group_id, district_name, mode, total, singles } = sheet;
  const address = addressOfSheet({ district: district_id, group: group_id, month });
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <Link to={address} className="inline-block py-2 text-std-18B-160">
        {m.visits_district_month({ district: district_name, month: writeMonth(month) })}
      </Link>
      {mode === 'single' && <span>{m.visits_singles_so_far({ n: singles })}</span>}
      {mode === 'sheet' && total !== null && <span>{m.visits_sheet_is_in({ n: total })}</span>}
      {mode === 'sheet' && total === null && <Badge tone="yellow">{m.visits_sheet_is_missing()}</Badge>}
    </p>
  );
}
