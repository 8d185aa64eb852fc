import { Link } from 'react-router';
import type { listVisits } from '#domains/visits/api.ts';
import { channelWords, conditionWords, contactWords, nextStepWords } from '#domains/visits/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import type { Opened } from './opened.ts';

type Visit = OutputOf<typeof listVisits>['visits'][number];

interface LastVisitsProps {
  household: Opened;
  visits: readonly Visit[];
  /** There are more than are shown. */
  hasMore: boolean;
}

/** The newest visits to a household; all of them stand in the list of visits. */
export function LastVisits({ household, visits, hasMore }: LastVisitsProps) {
  return (
    <>
      <DataTable
        caption={m.parties_part_title({ name: household.name, part: m.parties_visits() })}
        rows={visits}
        rowKey={({ id }) => id}
        empty={{ says: m.parties_visits_none() }}
        columns={[
          {
            key: 'on',
            heading: m.parties_visited_on(),
            value: ({ visited_on }) => formatDay(visited_on),
            order: ({ visited_on }) => visited_on,
            cell: ({ id, visited_on }) => <Link to={`/visits/${id}`}>{formatDay(visited_on)}</Link>,
          },
          {
            key: 'channel',
            heading: m.parties_visit_channel(),
            value: ({ channel }) => channelWords[channel](),
          },
          {
            key: 'contact',
            heading: m.parties_visit_contact(),
            value: ({ contact }) => contactWords[contact](),
          },
          {
            key: 'condition',
            heading: m.parties_visit_condition(),
            value: writeCondition,
            cell: (visit) => <Condition visit={visit} />,
          },
          {
            key: 'next_step',
            heading: m.parties_visit_next_step(),
            value: ({ next_step }) => next_step && nextStepWords[next_step](),
          },
          {
            key: 'visitor',
            heading: m.parties_visit_by(),
            value: ({ visitor_name }) => visitor_name ?? m.parties_visitor_unnamed(),
          },
        ]}
      />
      {hasMore && (
        <p className="print:hidden">
          <ButtonLink look="text" to={`/visits?household=${household.id}`}>
            {m.parties_visits_all()}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function writeCondition({ condition }: Visit): string | null {
  return condition && conditionWords[condition]();
}

function Condition({ visit }: { visit: Visit }) {
  const words = writeCondition(visit);
  if (!words || visit.condition === 'usual') return words;
  return <Badge tone={visit.condition === 'alarm' ? 'red' : 'yellow'}>{words}</Badge>;
}
