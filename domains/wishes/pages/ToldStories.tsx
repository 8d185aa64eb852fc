import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { listToldStories } from '../story-api.ts';
import { Stories } from './shown/Stories.tsx';

export function loader(args: PageArgs) {
  return call(listToldStories, {}, { signal: args.request.signal });
}

/** 叶え合う事例, as far as one is told. */
export function Component() {
  const { stories } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.wishes_stories_told_title()} lead={m.wishes_stories_told_lead()} />
      <h2 className="sr-only">{m.wishes_stories_told_summary()}</h2>
      <Stories stories={stories} />
    </>
  );
}
