import { useLoaderData } from 'react-router';
import { listEvidence } from '#domains/boards/api.ts';
import { boardReaders } from '#domains/boards/model.ts';
import { EvidenceTable } from '#domains/boards/pages/shown/EvidenceTable.tsx';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { CallRefused, call, request } from '#ui/call.ts';
import type { Me } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readFigures, readPlan } from '../api.ts';
import { GroupFigures } from './shown/GroupFigures.tsx';
import { LinkedMeasures } from './shown/LinkedMeasures.tsx';
import { MeasureNotes } from './shown/MeasureNotes.tsx';

export async function loader(args: PageArgs) {
  const plan = partOf(args, 'code');
  const options = { signal: args.request.signal };
  const [tree, { figures }, me] = await Promise.all([
    call(readPlan, { plan }, options),
    call(readFigures, { plan }, options),
    request<Me>('/api/me', options),
  ]);
  const measure = tree.measures.find(({ number }) => String(number) === partOf(args, 'number'));
  if (!measure) throw new CallRefused({ code: 'not_found', message: m.plan_measure_unknown() });
  const readsEvidence = (boardReaders as readonly string[]).includes(me.current?.role ?? '');
  const found = readsEvidence ? await call(listEvidence, { measure: measure.id }, options) : null;
  return { tree, figures, measure, evidence: found?.evidence ?? null };
}

/** One measure: what it answers, where it leads, how its group stands, and what the tables of the districts did for it. */
export function Component() {
  const { tree, figures, measure, evidence } = useLoaderData<typeof loader>();
  const group = tree.groups.find(({ id }) => id === measure.group_id);
  const challenges = tree.links.flatMap((link) =>
    link.measure_id === measure.id
      ? tree.challenges.filter(({ id }) => id === link.challenge_id).map((challenge) => ({ link, challenge }))
      : [],
  );
  const own = group ? figures.filter((figure) => figure.group === group.number) : [];
  return (
    <>
      <PageHeader
        title={m.plan_measure(measure)}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: tree.name, to: `/plans/${tree.code}` },
        ]}
        lead={group?.name}
        actions={
          <ButtonLink to={`/projects?measure=${measure.id}`}>
            {m.projects_of_measure({ measure: measure.name })}
          </ButtonLink>
        }
      />
      <MeasureNotes tree={tree} measure={measure} />
      <Section heading={m.plan_measure_challenges()}>
        {challenges.length === 0 ? (
          <p>{m.plan_measure_no_challenges()}</p>
        ) : (
          <LinkedMeasures
            links={challenges.map(({ link }) => link)}
            name={(link) => {
              const found = challenges.find((one) => one.link.id === link.id);
              return found ? m.plan_numbered(found.challenge) : '';
            }}
          />
        )}
      </Section>
      {evidence && (
        <Section heading={m.plan_measure_evidence()}>
          <p>{m.boards_evidence_lead()}</p>
          <EvidenceTable evidence={evidence} ofOneMeasure />
        </Section>
      )}
      {own.length > 0 && (
        <Section heading={m.plan_measure_figures()}>
          <GroupFigures plan={tree.code} figures={own} />
        </Section>
      )}
    </>
  );
}
