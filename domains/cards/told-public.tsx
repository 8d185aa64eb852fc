/** @jsxImportSource hono/jsx */
import type { OutputOf } from '#platform/operation.ts';
import { tagOf } from '#ui/public/languages.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import { speak } from '#ui/public/speak.ts';
import { type Frame, Page } from '../letters/public.tsx';
import { letterPageWords } from '../letters/public-words.ts';
import { Ways } from './public-ways.tsx';
import type { listPublishedStories } from './told-api.ts';

type Story = OutputOf<typeof listPublishedStories>['stories'][number];

/** 叶え合う事例: how each begins. */
export function PublishedStories({ stories, ...frame }: Frame & { stories: readonly Story[] }) {
  const say = speak(letterPageWords, frame.language);
  return (
    <Page {...frame} title="told_title" form="languages">
      <form id="languages" method="post" action="/stories-published" />
      <p>
        <Ruby>{say('told_lead')}</Ruby>
      </p>
      {stories.length === 0 && (
        <p>
          <Ruby>{say('told_none')}</Ruby>
        </p>
      )}
      {stories.map((story) => (
        <article key={story.id}>
          <h2 lang="ja">
            <a href={`/stories-published/${story.id}`}>{story.title}</a>
          </h2>
          <p lang="ja">{story.words.split('\n')[0]}</p>
          <When {...frame} story={story} />
        </article>
      ))}
      <Ways say={say} to={['form', 'gifts']} />
    </Page>
  );
}

/** One of them; of what is not published nothing is said but that. */
export function PublishedStory({ story, ...frame }: Frame & { story: Story | null }) {
  const say = speak(letterPageWords, frame.language);
  return (
    <Page {...frame} title={story ? 'told_title' : 'told_gone_title'}>
      {story ? (
        <article lang="ja">
          <h2>{story.title}</h2>
          {story.words
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          <When {...frame} story={story} />
        </article>
      ) : (
        <p>
          <Ruby>{say('told_gone')}</Ruby>
        </p>
      )}
      <p>
        <a href="/stories-published">
          <Ruby>{say('told_all')}</Ruby>
        </a>
      </p>
    </Page>
  );
}

function When({ language, story: { month } }: Frame & { story: Story }) {
  const written = new Intl.DateTimeFormat(tagOf(language), {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
  }).format(new Date(`${month}-01T00:00:00Z`));
  return (
    <p class="hint" lang={tagOf(language)}>
      <Ruby>{speak(letterPageWords, language)('told_when', { month: written })}</Ruby>
    </p>
  );
}
