import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listWordings, rewordPart } from '../api.ts';
import { useIsPlanner } from './shown/may.ts';
import { addressOfPart, nameOfPart, originOfVersion } from './shown/worded.ts';

/** One wording of a plan: to be written anew, and every version it had. */
export async function loader(args: PageArgs) {
  const { plan, parts } = await call(
    listWordings,
    { plan: partOf(args, 'code') },
    { signal: args.request.signal },
  );
  const part = parts.find((one) => addressOfPart(one) === partOf(args, 'part'));
  if (!part) throw new CallRefused({ code: 'not_found', message: m.plan_wording_unknown() });
  return { plan, part };
}

export function Component() {
  const { plan, part } = useLoaderData<typeof loader>();
  const isPlanner = useIsPlanner();
  const navigate = useNavigate();
  const back = `/plans/${plan.code}/wordings`;
  const [now] = part.versions;
  return (
    <>
      <PageHeader
        title={nameOfPart(part)}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: plan.name, to: `/plans/${plan.code}` },
          { label: m.plan_wordings_title({ plan: plan.name }), to: back },
        ]}
        lead={now?.wording}
      />
      {isPlanner && (
        <Section heading={m.plan_reword()}>
          <p>{m.plan_wording_lead()}</p>
          <Form
            op={rewordPart}
            mints="id"
            also={{
              plan_id: plan.id,
              part: part.part,
              part_id: part.part_id,
              after_version: now?.version ?? 1,
            }}
            initial={{ wording: now?.wording ?? '' }}
            submit={m.plan_text_save({ version: (now?.version ?? 1) + 1 })}
            beside={
              <ButtonLink look="text" to={back}>
                {m.plan_leave()}
              </ButtonLink>
            }
            done={() => navigate(back, saying(m.plan_reworded()))}
          >
            <TextField name="wording" label={m.plan_wording_field()} required width="full" maxLength={300} />
            <TextField
              name="note"
              label={m.plan_wording_note()}
              hint={m.plan_wording_note_hint()}
              width="full"
              maxLength={500}
            />
          </Form>
        </Section>
      )}
      <Section heading={m.plan_text_versions()}>
        {part.versions.map((version) => (
          <article key={version.version} className="grid gap-2 border-b border-solid-gray-300 pb-4">
            <h3 className="text-std-16B-170">
              {m.plan_text_version({ version: version.version, origin: originOfVersion(version) })}
            </h3>
            <p>{version.wording}</p>
            {version.note && (
              <p className="text-solid-gray-700">{m.plan_wording_reason({ reason: version.note })}</p>
            )}
          </article>
        ))}
      </Section>
    </>
  );
}
