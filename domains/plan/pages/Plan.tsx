import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readFigures, readPlan } from '../api.ts';
import { linkStateWords } from '../model.ts';
import type { PlanLink } from '../structure-api.ts';
import { AchievementTable } from './shown/AchievementTable.tsx';
import { useIsPlanner } from './shown/may.ts';
import { PlanNav } from './shown/PlanNav.tsx';
import { writePoint, writePointYear, writeYear } from './shown/wording.ts';

type PlanTree = OutputOf<typeof readPlan>;
type Measure = PlanTree['measures'][number];
type Figures = OutputOf<typeof readFigures>['figures'];

export async function loader(args: PageArgs) {
  const plan = partOf(args, 'code');
  const options = { signal: args.request.signal };
  const [tree, { figures }] = await Promise.all([
    call(readPlan, { plan }, options),
    call(readFigures, { plan }, options),
  ]);
  return { tree, figures };
}

export function Component() {
  const { tree, figures } = useLoaderData<typeof loader>();
  const isPlanner = useIsPlanner();
  return (
    <>
      <PageHeader
        title={tree.name}
        trail={[{ label: m.plan_plans_title(), to: '/plans' }]}
        lead={m.plan_vision({ vision: tree.vision })}
        actions={isPlanner && <ButtonLink to={`/plans/${tree.code}/edit`}>{m.plan_edit()}</ButtonLink>}
      />
      <PlanNav plan={tree} />
      <p>{m.plan_term({ first: writeYear(tree.first_year), last: writeYear(tree.last_year) })}</p>
      <ul className="mb-6">
        {tree.owners.map(({ body, plan_name }) => (
          <li key={body}>{m.plan_owner({ body, plan: plan_name })}</li>
        ))}
      </ul>
      <Section heading={m.plan_achievement()}>
        <AchievementTable plan={tree} figures={figures} groups={tree.groups} />
      </Section>
      {tree.challenges.length > 0 && (
        <Section heading={m.plan_challenges({ n: tree.challenges.length })}>
          <ol className="grid gap-3">
            {tree.challenges.map(({ id, number, wording }) => (
              <li key={id} className="border-b border-solid-gray-300 pb-3">
                <p>{m.plan_numbered({ number, wording })}</p>
                <Linked
                  links={tree.links.filter((link) => link.challenge_id === id)}
                  name={measureName(tree)}
                />
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section heading={m.plan_measures({ n: tree.measures.length })}>
        {[...tree.groups, null].map((group) => (
          <Group key={group?.id ?? 'none'} tree={tree} group={group} figures={figures} />
        ))}
      </Section>
    </>
  );
}

/** A group with its measures and its indicators; null for what stands in none. */
function Group({
  tree,
  group,
  figures,
}: {
  tree: PlanTree;
  group: PlanTree['groups'][number] | null;
  figures: Figures;
}) {
  const measures = tree.measures.filter(({ group_id }) => group_id === (group?.id ?? null));
  const own = figures.filter((figure) => figure.group === (group?.number ?? null));
  if (measures.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      {group && <h3 className="text-std-20B-150">{group.name}</h3>}
      <ul className="grid gap-3">
        {measures.map((measure) => (
          <li key={measure.id} className="border-b border-solid-gray-300 pb-3">
            <p className="text-std-16B-170">{m.plan_measure(measure)}</p>
            <Link to={`/projects?measure=${measure.id}`} className="inline-block py-2">
              {m.projects_of_measure({ measure: measure.name })}
            </Link>
            <MeasureNotes tree={tree} measure={measure} />
          </li>
        ))}
      </ul>
      {group && own.length > 0 && (
        <ul className="grid gap-1 rounded-8 bg-solid-gray-50 p-4">
          {own.map((figure) => (
            <li key={figure.code}>
              <Link to={`/plans/${tree.code}/indicators/${figure.code}`} className="inline-block py-2">
                {figure.wording}
              </Link>
              {m.plan_figure_beside({
                figure: writePoint(figure.actual, figure),
                year: figure.actual ? writePointYear(figure.actual) : '',
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function MeasureNotes({ tree, measure }: { tree: PlanTree; measure: Measure }) {
  const links = tree.links.filter((link) => link.measure_id === measure.id);
  return (
    <>
      {measure.other_wordings.map(({ id, place, wording, group }) => (
        <p key={id} className="text-solid-gray-700">
          {wording === measure.name
            ? m.plan_placed_elsewhere({ place, group: group ?? '' })
            : m.plan_worded_elsewhere({ place, wording })}
        </p>
      ))}
      <Linked
        links={links.filter(({ next }) => next !== null)}
        lead={m.plan_leads_to()}
        name={({ next }) => m.plan_next_measure({ number: next?.number ?? 0, name: next?.name ?? '' })}
      />
    </>
  );
}

interface LinkedProps {
  links: readonly PlanLink[];
  name: (link: PlanLink) => string;
  lead?: string;
}

/** What somebody linked, each with 案 or 決定. */
function Linked({ links, name, lead = m.plan_answered_by() }: LinkedProps) {
  if (links.length === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-solid-gray-800">
      <span>{lead}</span>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {links.map((link) => (
          <li key={link.id}>
            {name(link)}{' '}
            <Badge tone={link.state === 'decided' ? 'blue' : 'neutral'}>{linkStateWords[link.state]()}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

function measureName({ measures }: PlanTree) {
  return ({ measure_id }: PlanLink) => {
    const measure = measures.find(({ id }) => id === measure_id);
    return measure ? m.plan_measure(measure) : '';
  };
}
