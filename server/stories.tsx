/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { listPublishedStories, readPublishedStory } from '#domains/cards/api.ts';
import { PublishedStories, PublishedStory } from '#domains/cards/told-public.tsx';
import { mintId } from '#platform/uuid.ts';
import type { Language } from '#ui/public/languages.ts';
import { nameTown } from './my-record.tsx';
import { chosenLanguage, languageOf, openPublicForms, type PublicFormParts } from './public-forms.ts';
import { readTyped } from './typed.ts';

/** 叶え合う事例, for anybody to read: asked anew each time, so that what is taken back is gone with the next look. */
export function serveStories(app: Hono, forms: PublicFormParts): void {
  const { ask, page } = openPublicForms(forms);
  const show = async (c: Context, language: Language) => {
    const { stories, reviewed } = await ask(listPublishedStories, {});
    const frame = { town: await nameTown(forms.database), language, reviewed };
    return page(c, <PublishedStories {...frame} stories={stories} />);
  };
  app.get('/stories-published', (c) => show(c, languageOf(c)));
  // The language somebody has just chosen.
  app.post('/stories-published', async (c) => show(c, chosenLanguage(c, await readTyped(c, 1_000))));
  app.get('/stories-published/:id', async (c) => {
    const asked = z.uuid().safeParse(c.req.param('id'));
    // What is no id is answered like an id that leads nowhere.
    const { story, reviewed } = await ask(readPublishedStory, { id: asked.data ?? mintId() });
    const frame = { town: await nameTown(forms.database), language: languageOf(c), reviewed };
    return page(c, <PublishedStory {...frame} story={story} />, story ? 200 : 404);
  });
}
