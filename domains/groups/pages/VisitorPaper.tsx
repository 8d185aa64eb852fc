import { useState } from 'react';
import { Link, useLoaderData } from 'react-router';
import { listPosts } from '#domains/posts/holding-api.ts';
import * as m from '#messages';
import { addDays, formatMonth } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { ScrollRegion } from '#ui/ScrollRegion.tsx';
import { Section } from '#ui/Section.tsx';
import { listVisits } from '../../visits/api.ts';
import { writeMonth, writeName, writeShortDay, writeVisit } from '../../visits/pages/shown/wording.ts';
import { readRound } from '../../visits/today-api.ts';
import { PaperLine } from './shown/PaperLine.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [post, month] = [partOf(args, 'post'), partOf(args, 'month')];
  const { group = '' } = queryOf(args);
  const from = `${month}-01`;
  const until = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1);
  const [{ posts }, { households }, { visits }] = await Promise.all([
    call(listPosts, { id: post, state: 'all' }, options),
    call(readRound, { post }, options),
    call(listVisits, { post, from, until, limit: 200 }, options),
  ]);
  const name = posts[0]?.account.name ?? '';
  return { post, month, group, district: partOf(args, 'district'), name, households, visits };
}

/** One visitor's paper of a month, line by line: the twin of the sheet that was written at the doors. */
export function Component() {
  const { post, month, group, district, name, households, visits } = useLoaderData<typeof loader>();
  // One line more than was written: the next one is always there.
  const [lines, setLines] = useState(1);
  return (
    <>
      <PageHeader
        title={m.groups_paper_title({ name, month: writeMonth(month) })}
        lead={m.groups_paper_lead({ name })}
        trail={[
          {
            label: m.groups_month_short({ month: formatMonth(month) }),
            to: `/tally/${district}/${month}/members?${new URLSearchParams({ group })}`,
          },
        ]}
      />
      {households.length === 0 ? (
        <EmptyState says={m.groups_paper_no_round({ name })} />
      ) : (
        <Section heading={m.groups_paper_heading()}>
          <p className="mb-4 text-solid-gray-700">{m.groups_paper_hint()}</p>
          <ScrollRegion label={m.groups_paper_region()}>
            <table className="border-collapse">
              <caption className="sr-only">{m.groups_paper_heading()}</caption>
              <thead>
                <tr className="border-b-2 border-solid-gray-600 text-left text-oln-16N-100">
                  {[
                    m.groups_label_day(),
                    m.groups_label_household(),
                    m.visits_label_channel(),
                    m.visits_label_contact(),
                    m.visits_label_condition(),
                    m.groups_label_state(),
                  ].map((heading) => (
                    <th key={heading} scope="col" className="p-2 whitespace-nowrap">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {Array.from({ length: lines }, (_, line) => line + 1).map((line) => (
                  <PaperLine
                    key={line}
                    line={line}
                    post={post}
                    month={month}
                    households={households}
                    kept={() => setLines((before) => Math.max(before, line + 1))}
                  />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </Section>
      )}
      <Section heading={m.groups_paper_before({ n: visits.length })}>
        {visits.length === 0 && <p>{m.groups_paper_none()}</p>}
        <ul>
          {visits.map((visit) => (
            <li key={visit.id}>
              <Link to={`/visits/${visit.id}`} className="inline-block py-2">
                {m.groups_paper_visit({
                  day: writeShortDay(visit.visited_on),
                  household: writeName(visit.household_name),
                  what: writeVisit(visit),
                })}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
