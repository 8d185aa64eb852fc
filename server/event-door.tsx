/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { readLetterForm } from '#domains/letters/api.ts';
import { type Frame, Page } from '#domains/letters/public.tsx';
import { letterPageWords } from '#domains/letters/public-words.ts';
import { readDoor, showCard } from '#domains/places/api.ts';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { Language } from '#ui/public/languages.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import { speak } from '#ui/public/speak.ts';
import { nameTown } from './my-record.tsx';
import { chosenLanguage, languageOf, openPublicForms, type PublicFormParts } from './public-forms.ts';
import { readTyped, textOf } from './typed.ts';

const longestCode = 60;

/** 参加カード: the address in the square picture of a card, opened with any telephone at the door. Plain HTML, no account. */
export function serveEventDoor(app: Hono, forms: PublicFormParts): void {
  const { database, admitCaller, addressOf } = forms;
  const { ask, page } = openPublicForms(forms);
  const show = async (c: Context, language: Language, came: boolean) => {
    const code = (c.req.param('code') ?? '').slice(0, longestCode);
    const { reviewed } = await ask(readLetterForm, {});
    const frame = { town: await nameTown(database), language, reviewed };
    // Whoever guesses codes is slowed down like everybody who does.
    const slow = !admitCaller(addressOf(c), true);
    if (came && !slow) await ask(showCard, { code });
    const door = slow ? { event: null, today: false } : await ask(readDoor, { code });
    const said = came && door.today && door.event?.placed === true;
    const shown = { code: encodeURIComponent(code), door, came: said, slow };
    return page(c, <EventDoor {...frame} {...shown} />, slow ? 429 : 200);
  };
  app.get('/came/:code', (c) => show(c, languageOf(c), false));
  app.post('/came/:code', async (c) => {
    const typed = await readTyped(c, 1_000);
    return show(c, chosenLanguage(c, typed), textOf(typed?.to_language) === '');
  });
}

interface DoorProps extends Frame {
  readonly code: string;
  readonly door: OutputOf<typeof readDoor>;
  /** It was just said that somebody came. */
  readonly came: boolean;
  /** Too often in a row: nothing was asked. */
  readonly slow: boolean;
}

/** 参加カード at the door: what it is for, for how many now, and one button. No account, no name. */
function EventDoor({ code, door: { event, today }, came, slow, ...frame }: DoorProps) {
  const say = speak(letterPageWords, frame.language);
  const opens = event?.placed && today && !came;
  return (
    <Page {...frame} title="door_title" form="door">
      {event && (
        <p>
          <strong lang="ja">{event.title}</strong> <span lang="ja">{event.place_name}</span>{' '}
          <span lang="ja">{formatDay(event.held_on)}</span>
          <br />
          <Ruby>{say('door_heads', { n: String(event.heads) })}</Ruby>
        </p>
      )}
      <form id="door" method="post" action={`/came/${code}`}>
        {opens && (
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
      {!opens && (
        <p class={came ? 'done' : 'unreviewed'} role="status">
          <Ruby>{say(slow ? 'slow' : saysOf(event, came))}</Ruby>
        </p>
      )}
    </Page>
  );
}

/** Why there is nothing to press. */
function saysOf(event: DoorProps['door']['event'], came: boolean) {
  if (!event) return 'door_unknown';
  if (!event.placed) return 'door_waiting';
  return came ? 'door_thanks' : 'door_not_today';
}
