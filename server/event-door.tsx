/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { readLetterForm } from '#domains/letters/api.ts';
import { readDoor, showCard } from '#domains/places/api.ts';
import { EventDoor } from '#domains/places/public.tsx';
import type { Language } from '#ui/public/languages.ts';
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
    const said = came && door.event !== null && door.today;
    return page(
      c,
      <EventDoor {...frame} code={encodeURIComponent(code)} door={door} came={said} />,
      slow ? 429 : 200,
    );
  };
  app.get('/came/:code', (c) => show(c, languageOf(c), false));
  app.post('/came/:code', async (c) => {
    const typed = await readTyped(c, 1_000);
    return show(c, chosenLanguage(c, typed), textOf(typed?.to_language) === '');
  });
}
