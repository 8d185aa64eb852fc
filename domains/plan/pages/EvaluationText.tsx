import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { readEvaluations, readPlan, writeEvaluation } from '../api.ts';
import { Body } from './shown/Body.tsx';
import { useIsPlanner } from './shown/may.ts';
import { textOfAddress, titleOfKind } from './shown/texts.ts';
import { writeOrigin } from './shown/wording.ts';

/** One text of a plan: to be written, and every version it had. */
export async function loader(args: PageArgs) {
  const plan = partOf(args, 'code');
  const options = { signal: args.request.signal };
  const [tree, { evaluations }] = await Promise.all([
    call(readPlan, { plan }, options),
    call(readEvaluations, { plan }, options),
  ]);
  const text = textOfAddress(partOf(args, 'text'));
  const group = tree.groups.find(({ number }) => number === text?.group) ?? null;
  if (!text || (text.group !== null && !group)) {
    throw new CallRefused({ code: 'not_found', message: m.plan_text_unknown() });
  }
  const written = evaluations.find((one) => one.group_id === (group?.id ?? null) && one.kind === text.kind);
  return { tree, kind: text.kind, group, written };
}

export function Component() {
  const { tree, kind, group, written } = useLoaderData<typeof loader>();
  const isPlanner = useIsPlanner();
  const navigate = useNavigate();
  const back = `/plans/${tree.code}/evaluation`;
  const versions = written ? [written, ...written.earlier] : [];
  const title = m.plan_text_title({
    group: group?.name ?? m.plan_whole(),
    kind: titleOfKind(kind, tree.next_plan?.name ?? null),
  });
  return (
    <>
      <PageHeader
        title={title}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: tree.name, to: `/plans/${tree.code}` },
          { label: m.plan_evaluation_title({ plan: tree.name }), to: back },
        ]}
        lead={m.plan_text_lead()}
      />
      {isPlanner && (
        <Section heading={m.plan_text_write()}>
          <Form
            op={writeEvaluation}
            mints="id"
            also={{
              plan_id: tree.id,
              group_id: group?.id ?? null,
              kind,
              after_version: written?.version ?? 0,
            }}
            initial={{ body: written?.body ?? '' }}
            submit={m.plan_text_save({ version: (written?.version ?? 0) + 1 })}
            beside={
              <ButtonLink look="text" to={back}>
                {m.plan_leave()}
              </ButtonLink>
            }
            done={() => navigate(back, saying(m.plan_text_saved()))}
          >
            <TextArea name="body" label={m.plan_text_body()} required rows={12} maxLength={10_000} />
          </Form>
        </Section>
      )}
      <Section heading={m.plan_text_versions()}>
        {versions.length === 0 && <EmptyState says={m.plan_text_unwritten()} />}
        {versions.map((version) => (
          <article key={version.id} className="grid gap-2 border-b border-solid-gray-300 pb-4">
            <h3 className="text-std-16B-170">
              {m.plan_text_version({ version: version.version, origin: writeOrigin(version) })}
            </h3>
            <Body text={version.body} />
          </article>
        ))}
      </Section>
    </>
  );
}
