import { Link, useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { draftStory, listStories } from '../story-api.ts';
import { StoryFields } from './shown/StoryFields.tsx';

export async function loader(args: PageArgs) {
  const id = partOf(args, 'id');
  const { untold } = await call(listStories, {}, { signal: args.request.signal });
  return { id, one: untold.find(({ fulfilment_id }) => fulfilment_id === id) ?? null };
}

/** A story of what came true, in words without names. */
export function Component() {
  const { id, one } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.wishes_story_draft_summary()}
        lead={m.wishes_story_draft_lead()}
        trail={[{ label: m.wishes_stories_title(), to: '/stories' }]}
      />
      {one === null ? (
        <Notice tone="info">
          {m.wishes_story_told_already()} <Link to="/stories">{m.wishes_stories_title()}</Link>
        </Notice>
      ) : (
        <>
          <p className="mb-6">
            {m.wishes_stories_untold_line({
              day: formatDay(one.happened_on),
              names: one.names.join(m.wishes_between()),
            })}
          </p>
          <Form
            op={draftStory}
            mints="id"
            also={{ fulfilment_id: id }}
            submit={m.wishes_story_draft_submit()}
            beside={
              <ButtonLink look="text" to="/stories">
                {m.wishes_leave()}
              </ButtonLink>
            }
            done={(story) => navigate(`/stories/${story.id}`, saying(m.wishes_story_drafted()))}
          >
            {(typed) => <StoryFields names={one.names} typed={typed} />}
          </Form>
        </>
      )}
    </>
  );
}
