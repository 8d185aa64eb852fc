/** @jsxImportSource hono/jsx */
import { type Frame, Page } from '#domains/letters/public.tsx';
import { letterPageWords } from '#domains/letters/public-words.ts';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import { speak } from '#ui/public/speak.ts';
import type { readDoor } from './api.ts';

interface DoorProps extends Frame {
  readonly code: string;
  readonly door: OutputOf<typeof readDoor>;
  /** It was just said that somebody came. */
  readonly came?: boolean;
}

/** 参加カード at the door: what it is for, and one button. No account, no name. */
export function EventDoor({ code, door: { event, today }, came = false, ...frame }: DoorProps) {
  const say = speak(letterPageWords, frame.language);
  return (
    <Page {...frame} title="door_title" form="door">
      {event && (
        <p>
          <strong lang="ja">{event.title}</strong> <span lang="ja">{event.place_name}</span>{' '}
          <span lang="ja">{formatDay(event.held_on)}</span>
        </p>
      )}
      <form id="door" method="post" action={`/came/${code}`}>
        {event && today && !came && (
          <>
            <p>
              <Ruby>{say('door_no_account')}</Ruby>
            </p>
            <button type="submit">
              <Ruby>{say('door_came')}</Ruby>
            </button>
          </>
        )}
      </form>
      {(!event || !today || came) && (
        <p class={came ? 'done' : 'unreviewed'} role="status">
          <Ruby>{say(!event ? 'door_unknown' : came && today ? 'door_thanks' : 'door_not_today')}</Ruby>
        </p>
      )}
    </Page>
  );
}
