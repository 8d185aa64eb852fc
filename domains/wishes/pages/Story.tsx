import { Link, useLoaderData, useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import {
  answerStory,
  readStory,
  releaseStory,
  rewriteStory,
  takeBackStory,
  withdrawFromStory,
} from '../story-api.ts';
import { heardHows, heardHowWords, rankOf, storyLayers, storyLayerWords, tellStory } from '../story-model.ts';
import { StoryFields } from './shown/StoryFields.tsx';

type Story = OutputOf<typeof readStory>;

export function loader(args: PageArgs) {
  return call(readStory, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** A story as it reads now, what each in it has said, and how far it goes. */
export function Component() {
  const story = useLoaderData<typeof loader>();
  const { title, words, happened_on, district_name, people, layer } = story;
  const callings = people.map(({ shown_as, name, layer: said }) => (said ? (shown_as ?? name) : name));
  return (
    <>
      <PageHeader
        title={tellStory(title, callings)}
        lead={m.wishes_story_line({
          day: formatDay(happened_on),
          place: district_name ?? m.wishes_no_district(),
        })}
        trail={[{ label: m.wishes_stories_title(), to: '/stories' }]}
      />
      {story.fulfilment_taken_back && <Notice tone="warning">{m.wishes_story_of_taken_back()}</Notice>}
      <Section heading={m.wishes_story_reads()}>
        <p className="max-w-176 rounded-8 border border-solid-gray-300 p-4 whitespace-pre-wrap">
          {tellStory(words, callings)}
        </p>
        <p className="mt-4">
          <Badge tone={layer ? 'green' : 'neutral'}>
            {layer ? m.wishes_story_goes({ layer: storyLayerWords[layer]() }) : m.wishes_story_nowhere()}
          </Badge>
        </p>
        {layer === 'public' && (
          <p className="mt-4">
            <a href={`/stories-published/${story.id}`}>{m.wishes_story_public_page()}</a>
          </p>
        )}
      </Section>
      <Section heading={m.wishes_story_people()}>
        <p>{m.wishes_story_people_lead()}</p>
        <People story={story} />
        <Answer story={story} />
      </Section>
      {!story.fulfilment_taken_back && <Release story={story} />}
      <Rewrite story={story} names={people.map(({ name }) => name)} />
    </>
  );
}

function People({ story: { id, people } }: { story: Story }) {
  return (
    <ul className="my-4 grid gap-3">
      {people.map(({ sign, participant_id, name, layer, shown_as, answered_on, taken_back }) => (
        <li key={participant_id} className="flex flex-wrap items-center gap-3">
          <span>{sign}</span>
          <Link to={`/participants/${participant_id}`}>{name}</Link>
          <Badge tone={layer ? 'blue' : 'neutral'}>
            {layer
              ? storyLayerWords[layer]()
              : taken_back
                ? m.wishes_story_taken_back()
                : m.wishes_story_not_read()}
          </Badge>
          {layer && <span>{m.wishes_story_called({ name: shown_as ?? '' })}</span>}
          {answered_on && <span>{formatDay(answered_on)}</span>}
          {layer && (
            <CommandButton op={withdrawFromStory} input={{ story_id: id, id: mintId(), participant_id }}>
              {m.wishes_story_withdraw_of({ name })}
            </CommandButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function Answer({ story: { id, version, people } }: { story: Story }) {
  return (
    <div className="print:hidden">
      <Form
        op={answerStory}
        mints="id"
        also={{ story_id: id, version }}
        submit={m.wishes_story_answer_submit()}
        doneSays={m.wishes_story_answered()}
      >
        <SelectField
          name="participant_id"
          label={m.wishes_label_who_answers()}
          required
          emptyLabel={m.wishes_choose_participant()}
          choices={people.map(({ participant_id, name }) => ({ value: participant_id, label: name }))}
        />
        <RadioGroup
          name="heard_how"
          label={m.wishes_story_label_heard()}
          required
          inline
          choices={heardHows.map((value) => ({ value, label: heardHowWords[value]() }))}
        />
        <RadioGroup
          name="layer"
          label={m.wishes_story_label_layer()}
          hint={m.wishes_story_hint_layer()}
          required
          choices={storyLayers.map((value) => ({ value, label: storyLayerWords[value]() }))}
        />
        <TextField
          name="shown_as"
          label={m.wishes_story_label_shown_as()}
          hint={m.wishes_story_hint_shown_as()}
          required
          maxLength={60}
        />
      </Form>
    </div>
  );
}

/** It goes as far as the one who lets it go least far. */
function Release({ story: { id, people, released } }: { story: Story }) {
  const revalidator = useRevalidator();
  const least = Math.min(...people.map(({ layer }) => rankOf(layer)));
  const open = storyLayers.filter((layer) => rankOf(layer) <= least);
  return (
    <Section heading={m.wishes_story_release_summary()}>
      <p>{m.wishes_story_release_lead()}</p>
      <div className="mt-4 print:hidden">
        {released ? (
          <CommandButton
            op={takeBackStory}
            input={{ story_id: id, id: mintId() }}
            done={() => revalidator.revalidate()}
          >
            {m.wishes_story_take_back_summary()}
          </CommandButton>
        ) : open.length === 0 ? (
          <p>{m.wishes_story_release_not_yet()}</p>
        ) : (
          <Form
            key={open.join()}
            op={releaseStory}
            mints="id"
            also={{ story_id: id }}
            submit={m.wishes_story_release_submit()}
            doneSays={m.wishes_story_released()}
          >
            <RadioGroup
              name="layer"
              label={m.wishes_story_label_release()}
              required
              choices={open.map((value) => ({ value, label: storyLayerWords[value]() }))}
            />
          </Form>
        )}
      </div>
    </Section>
  );
}

function Rewrite({
  story: { id, version, title, words },
  names,
}: {
  story: Story;
  names: readonly string[];
}) {
  return (
    <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
      <summary className="cursor-pointer py-2 text-std-16B-170">{m.wishes_story_rewrite_summary()}</summary>
      <div className="mt-4">
        <p className="mb-4">{m.wishes_story_rewrite_lead()}</p>
        <Form
          key={version}
          op={rewriteStory}
          also={{ id, version }}
          initial={{ title, words }}
          submit={m.wishes_story_rewrite_submit()}
          doneSays={m.wishes_story_rewritten()}
        >
          {(typed) => <StoryFields names={names} typed={typed} />}
        </Form>
      </div>
    </details>
  );
}
