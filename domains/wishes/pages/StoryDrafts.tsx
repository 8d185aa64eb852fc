import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listStories } from '../story-api.ts';
import { storyLayerWords } from '../story-model.ts';

export function loader(args: PageArgs) {
  return call(listStories, {}, { signal: args.request.signal });
}

/** Stories that are being written, read and told, and what came true and is not told yet. */
export function Component() {
  const { stories, untold } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.wishes_stories_title()} lead={m.wishes_stories_lead()} />
      <Section heading={m.wishes_stories_summary()}>
        <DataTable
          caption={m.wishes_stories_caption()}
          rows={stories}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              heading: m.wishes_story_label_title(),
              value: ({ title }) => title,
              cell: ({ id, title }) => <Link to={`/stories/${id}`}>{title}</Link>,
            },
            {
              key: 'day',
              heading: m.wishes_label_happened_on(),
              value: ({ happened_on }) => formatDay(happened_on),
              order: ({ happened_on }) => happened_on,
            },
            {
              key: 'district',
              heading: m.wishes_label_district(),
              value: ({ district_name }) => district_name,
            },
            {
              key: 'state',
              heading: m.wishes_label_state(),
              value: ({ layer, waits }) => writeStanding(layer, waits),
              cell: ({ layer, waits }) => (
                <Badge tone={layer ? 'green' : 'neutral'}>{writeStanding(layer, waits)}</Badge>
              ),
            },
          ]}
          empty={{ says: m.wishes_stories_empty() }}
        />
      </Section>
      <Section heading={m.wishes_stories_untold()}>
        {untold.length === 0 ? (
          <p>{m.wishes_stories_untold_none()}</p>
        ) : (
          <ul className="grid gap-3">
            {untold.map(({ fulfilment_id, happened_on, names }) => (
              <li key={fulfilment_id}>
                <Link to={`/fulfilments/${fulfilment_id}/story`}>
                  {m.wishes_stories_untold_line({
                    day: formatDay(happened_on),
                    names: names.join(m.wishes_between()),
                  })}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function writeStanding(layer: keyof typeof storyLayerWords | null, waits: boolean): string {
  if (layer) return m.wishes_story_goes({ layer: storyLayerWords[layer]() });
  return waits ? m.wishes_story_waits() : m.wishes_story_ready();
}
