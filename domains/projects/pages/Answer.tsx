import { Link, useLoaderData } from 'react-router';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { formatDay, formatFiscalYear } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import type { AnswerVersion } from '../answers-api.ts';
import { readAskedProject } from '../api.ts';
import { whyNotItem } from '../model.ts';
import { sayWordedGrade } from '../rule.ts';
import { AnswerForm } from './shown/AnswerForm.tsx';
import { AnswerForPlanner } from './shown/AnswerForPlanner.tsx';
import { AnswerList } from './shown/AnswerList.tsx';
import { Body } from './shown/Body.tsx';
import { Corrections } from './shown/Corrections.tsx';
import { trailOf } from './shown/InquiryNav.tsx';
import { StateBadge } from './shown/StateBadge.tsx';
import { Versions } from './shown/Versions.tsx';
import { sayMeasure } from './shown/wording.ts';

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const [item, own] = await Promise.all([
    call(readAskedProject, { id: partOf(args, 'id') }, { signal }),
    loadItems('project_answer', signal),
  ]);
  return { item, own };
}

/** A project of an inquiry: what is asked, last year beside, the answer, and what was said to it. */
export function Component() {
  const { item, own } = useLoaderData<typeof loader>();
  const { inquiry, last_year, state, versions } = item;
  const planner = useMe().current?.role === 'planner';
  const review = versions[0]?.reviews.at(-1);
  // Another project or version is another form: nothing that was minted for one is used for the other.
  const stand = `${item.id} ${versions[0]?.version}`;
  const open = whyNotItem('correct', state) !== null;
  return (
    <>
      <PageHeader
        title={m.projects_numbered({ number: item.number, name: item.name })}
        trail={trailOf(inquiry)}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <StateBadge state={state} />
            {m.projects_due({ day: formatDay(inquiry.due_on) })}
          </span>
        }
      />
      {review?.kind === 'returned' && <Returned review={review} />}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <div>
          <Section heading={m.projects_asked_title()}>
            <DescriptionList
              items={[
                { term: m.projects_label_body(), value: item.body.name },
                { term: m.projects_label_summary(), value: <Body text={item.summary} /> },
                {
                  term: m.projects_label_measures(),
                  value: item.measures.map((one) => <p key={one.id}>{sayMeasure(one)}</p>),
                },
                {
                  term: m.projects_label_other_plans(),
                  value: item.other_plans.map(({ name }) => name).join('、'),
                },
              ]}
            />
            <p>
              <Link to={`/projects/${item.project_id}`} className="inline-block py-2">
                {m.projects_to_project()}
              </Link>
            </p>
          </Section>
          <Section heading={m.projects_last_title()}>
            {last_year === null ? (
              <EmptyState says={m.projects_last_empty()} />
            ) : (
              <>
                <p>
                  {m.projects_last_of({ year: formatFiscalYear(last_year.fiscal_year) })}
                  {!last_year.fixed && m.projects_last_open()}
                </p>
                <AnswerList
                  answer={last_year.answer}
                  grade={sayWordedGrade(last_year.answer.grade, last_year.grade_wording)}
                  course={last_year.course_wording}
                  own={last_year.own}
                />
              </>
            )}
          </Section>
        </div>
        <div>
          {!open && <Corrections item={item} own={own} mayWrite={planner} />}
          {open &&
            (planner ? (
              <AnswerForPlanner key={stand} item={item} own={own} />
            ) : (
              <AnswerForm key={stand} item={item} own={own} />
            ))}
        </div>
      </div>
      <Versions item={item} own={own} />
    </>
  );
}

function Returned({ review: { on, reason } }: { review: AnswerVersion['reviews'][number] }) {
  return (
    <div className="mb-6 border-l-8 border-yellow-900 bg-yellow-50 px-4 py-3">
      <p className="text-std-16B-170">{m.projects_returned_on({ day: formatDay(on) })}</p>
      <Body text={reason ?? ''} />
    </div>
  );
}
