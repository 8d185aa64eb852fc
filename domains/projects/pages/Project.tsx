import { useLoaderData } from 'react-router';
import { listBodies } from '#domains/parties/api.ts';
import { listPlans, readPlan } from '#domains/plan/api.ts';
import * as m from '#messages';
import { formatDay, formatFiscalYear } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listOtherPlans, readProject } from '../api.ts';
import { sayWordedGrade } from '../rule.ts';
import { AnswerList } from './shown/AnswerList.tsx';
import { Body } from './shown/Body.tsx';
import { ChangeProject } from './shown/ChangeProject.tsx';
import { sayMeasure, writeAuthor } from './shown/wording.ts';

type Project = OutputOf<typeof readProject>;

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [project, { plans }, { bodies }, { other_plans }] = await Promise.all([
    call(readProject, { id: partOf(args, 'id') }, options),
    call(listPlans, {}, options),
    call(listBodies, {}, options),
    call(listOtherPlans, {}, options),
  ]);
  const trees = await Promise.all(plans.map(({ code }) => call(readPlan, { plan: code }, options)));
  return { project, trees, bodies, other_plans };
}

/** A project: what it is, whose it is, what it belongs to, and what was fixed of its years. */
export function Component() {
  const loaded = useLoaderData<typeof loader>();
  const { project } = loaded;
  const planner = useMe().current?.role === 'planner';
  const [wording, ...earlier] = project.wordings;
  return (
    <>
      <PageHeader
        title={m.projects_numbered({ number: project.number, name: wording?.name ?? '' })}
        trail={[{ label: m.projects_title(), to: '/projects' }]}
      />
      {project.ending && (
        <Notice tone="info">
          {m.projects_ended({ day: formatDay(project.ending.ends_on), reason: project.ending.reason })}
        </Notice>
      )}
      <Section heading={m.projects_about_title()}>
        <DescriptionList
          items={[
            { term: m.projects_label_summary(), value: wording && <Body text={wording.summary} /> },
            { term: m.projects_label_starts_on(), value: formatDay(project.starts_on) },
            {
              term: m.projects_label_body(),
              value: project.owners.map(({ id, body, starts_on }) => (
                <p key={id}>{m.projects_since({ what: body.name, day: formatDay(starts_on) })}</p>
              )),
            },
            { term: m.projects_label_links(), value: <Links project={project} /> },
          ]}
        />
        {earlier.length > 0 && (
          <details>
            <summary className="min-h-11 cursor-pointer py-2">{m.projects_earlier_wordings()}</summary>
            {earlier.map(({ version, name, summary, author, on }) => (
              <div key={version} className="border-b border-solid-gray-300 py-3">
                <p>{m.projects_wording_version({ name, day: formatDay(on), author: writeAuthor(author) })}</p>
                <Body text={summary} />
              </div>
            ))}
          </details>
        )}
      </Section>
      <Years project={project} />
      {planner && <ChangeProject {...loaded} />}
    </>
  );
}

function Links({ project: { links } }: { project: Project }) {
  return links.map(({ id, measure, other_plan, starts_on, ending }) => {
    const what = measure ? sayMeasure(measure) : (other_plan?.name ?? '');
    return (
      <p key={id}>
        {ending
          ? m.projects_since_until({ what, day: formatDay(starts_on), until: formatDay(ending.ends_on) })
          : m.projects_since({ what, day: formatDay(starts_on) })}
      </p>
    );
  });
}

function Years({ project: { years } }: { project: Project }) {
  return (
    <Section heading={m.projects_years_title()}>
      {years.length === 0 && <EmptyState says={m.projects_years_empty()} />}
      {years.map((year) => (
        <div key={year.item_id} className="grid gap-3">
          <h3 className="text-std-20B-150">{formatFiscalYear(year.fiscal_year)}</h3>
          <p>{m.projects_year_owner({ body: year.body.name })}</p>
          <AnswerList
            answer={year.answer}
            grade={sayWordedGrade(year.answer.grade, year.grade_wording)}
            course={year.course_wording}
            own={year.own}
          />
          {year.corrections.map(({ correction, reason, author, on }) => (
            <p key={`${on} ${correction}`}>
              {m.projects_corrected_later({
                correction,
                reason,
                day: formatDay(on),
                author: writeAuthor(author),
              })}
            </p>
          ))}
        </div>
      ))}
    </Section>
  );
}
