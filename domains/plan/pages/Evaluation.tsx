import { useLoaderData } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readEvaluations, readPlan } from '../api.ts';
import { type EvaluationKind, evaluationKinds } from '../model.ts';
import { Body } from './shown/Body.tsx';
import { useIsPlanner } from './shown/may.ts';
import { PlanNav } from './shown/PlanNav.tsx';
import { addressOfText, titleOfKind } from './shown/texts.ts';
import { writeOrigin } from './shown/wording.ts';

export async function loader(args: PageArgs) {
  const plan = partOf(args, 'code');
  const options = { signal: args.request.signal };
  const [tree, { evaluations }] = await Promise.all([
    call(readPlan, { plan }, options),
    call(readEvaluations, { plan }, options),
  ]);
  return { tree, evaluations };
}

export function Component() {
  const { tree, evaluations } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.plan_evaluation_title({ plan: tree.name })}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: tree.name, to: `/plans/${tree.code}` },
        ]}
        lead={m.plan_evaluation_lead()}
      />
      <PlanNav plan={tree} />
      {[null, ...tree.groups].map((group) => (
        <Section key={group?.id ?? 'whole'} heading={group?.name ?? m.plan_whole()}>
          <div className="grid gap-6 md:grid-cols-2">
            {evaluationKinds.map((kind) => (
              <Text
                key={kind}
                tree={tree}
                text={{ group: group?.number ?? null, kind }}
                written={evaluations.find((one) => one.group_id === (group?.id ?? null) && one.kind === kind)}
              />
            ))}
          </div>
        </Section>
      ))}
    </>
  );
}

interface TextProps {
  tree: OutputOf<typeof readPlan>;
  text: { group: number | null; kind: EvaluationKind };
  written: OutputOf<typeof readEvaluations>['evaluations'][number] | undefined;
}

function Text({ tree, text, written }: TextProps) {
  const isPlanner = useIsPlanner();
  const title = titleOfKind(text.kind, tree.next_plan?.name ?? null);
  const address = `/plans/${tree.code}/evaluation/${addressOfText(text)}`;
  return (
    <article className="grid content-start gap-3 rounded-8 border border-solid-gray-300 p-4">
      <h3 className="text-std-18B-160">{title}</h3>
      {written ? (
        <>
          <Body text={written.body} />
          <p className="text-solid-gray-700">
            {m.plan_text_version({ version: written.version, origin: writeOrigin(written) })}
          </p>
        </>
      ) : (
        <p className="text-solid-gray-700">{m.plan_text_unwritten()}</p>
      )}
      <span className="flex flex-wrap gap-3 print:hidden">
        {(isPlanner || (written && written.earlier.length > 0)) && (
          <ButtonLink to={address}>{isPlanner ? writeLabel(written) : m.plan_text_earlier()}</ButtonLink>
        )}
      </span>
    </article>
  );
}

function writeLabel(written: TextProps['written']): string {
  return written ? m.plan_text_rewrite() : m.plan_text_write();
}
