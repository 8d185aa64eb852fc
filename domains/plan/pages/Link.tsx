import { useState } from 'react';
import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { decideLink, readPlan, removeLink } from '../api.ts';
import { linkStateWords } from '../model.ts';
import { endsOf } from './shown/links.ts';
import { useIsPlanner } from './shown/may.ts';
import { writeOrigin } from './shown/wording.ts';

export async function loader(args: PageArgs) {
  const tree = await call(readPlan, { plan: partOf(args, 'code') }, { signal: args.request.signal });
  const id = partOf(args, 'link');
  const link = [...tree.links, ...tree.removed_links].find((one) => one.id === id);
  if (!link) throw new CallRefused({ code: 'not_found', message: m.plan_link_gone() });
  return { tree, link };
}

/** One link with everything it was; planners decide it or take it away. */
export function Component() {
  const { tree, link } = useLoaderData<typeof loader>();
  const isPlanner = useIsPlanner();
  const navigate = useNavigate();
  const [decision] = useState(mintId);
  const { from, to } = endsOf(tree, link);
  const back = `/plans/${tree.code}/links`;
  const { history, ...now } = link;
  return (
    <>
      <PageHeader
        title={m.plan_link_title({ from, to })}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: tree.name, to: `/plans/${tree.code}` },
          { label: m.plan_nav_links(), to: back },
        ]}
      />
      <Section heading={m.plan_link_history()}>
        <ol className="grid gap-4">
          {[...history, now].map((event) => (
            <li key={event.state}>
              <DescriptionList
                items={[
                  { term: m.plan_state(), value: linkStateWords[event.state]() },
                  { term: m.plan_written_by(), value: writeOrigin(event) },
                  { term: m.plan_note(), value: event.note },
                ]}
              />
            </li>
          ))}
        </ol>
      </Section>
      {isPlanner && link.state !== 'removed' && (
        <Section heading={m.plan_link_acts()}>
          {link.state === 'draft' && (
            <CommandButton
              op={decideLink}
              input={{ id: decision, replaces: link.id }}
              look="solid"
              done={() => navigate(back, saying(m.plan_link_decided_done()))}
            >
              {m.plan_decide_link_summary()}
            </CommandButton>
          )}
          <Form
            op={removeLink}
            mints="id"
            also={{ replaces: link.id }}
            submit={m.plan_remove_link_summary()}
            beside={
              <ButtonLink look="text" to={back}>
                {m.plan_leave()}
              </ButtonLink>
            }
            done={() => navigate(back, saying(m.plan_link_removed_done()))}
          >
            <TextArea name="reason" label={m.plan_link_removal_reason()} required rows={2} maxLength={500} />
          </Form>
        </Section>
      )}
    </>
  );
}
