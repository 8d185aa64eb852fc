import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readFigures, readPlan } from '../api.ts';
import type { PlanLink } from '../structure-api.ts';
import { AchievementTable } from './shown/AchievementTable.tsx';
import { GroupFigures } from './shown/GroupFigures.tsx';
import { LinkedMeasures } from './shown/LinkedMeasures.tsx';
import { MeasureNotes } from './shown/MeasureNotes.tsx';
import { useIsPlanner } from './shown/may.ts';
import { PlanNav } from './shown/PlanNav.tsx';
import { writeYear } from './shown/wording.ts';

type PlanTree = OutputOf<typeof readPlan>;
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
                <LinkedMeasures
                  links={tree.links.filter((link) => link.challenge_id === id)}
                  lead={m.plan_answered_by()}
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
            <Link
              to={`/plans/${tree.code}/measures/${measure.number}`}
              className="inline-block py-2 text-std-16B-170"
            >
              {m.plan_measure(measure)}
            </Link>
            <MeasureNotes tree={tree} measure={measure} />
          </li>
        ))}
      </ul>
      {group && own.length > 0 && <GroupFigures plan={tree.code} figures={own} />}
    </div>
  );
}

function measureName({ measures }: PlanTree) {
  return ({ measure_id }: PlanLink) => {
    const measure = measures.find(({ id }) => id === measure_id);
    return measure ? m.plan_measure(measure) : '';
  };
}
