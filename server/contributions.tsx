/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { listPublishedContributions } from '#domains/contributions/api.ts';
import { PublishedContributions } from '#domains/contributions/public.tsx';
import type { Language } from '#ui/public/languages.ts';
import { nameTown } from './my-record.tsx';
import { chosenLanguage, languageOf, openPublicForms, type PublicFormParts } from './public-forms.ts';
import { readTyped } from './typed.ts';

/** 地域のためにしていること, for anybody to read. */
export function serveContributions(app: Hono, forms: PublicFormParts): void {
  const { ask, page } = openPublicForms(forms);
  const show = async (c: Context, language: Language) => {
    const { contributions, reviewed } = await ask(listPublishedContributions, {});
    const frame = { town: await nameTown(forms.database), language, reviewed };
    return page(c, <PublishedContributions {...frame} contributions={contributions} />);
  };
  app.get('/contributions-published', (c) => show(c, languageOf(c)));
  // The language somebody has just chosen.
  app.post('/contributions-published', async (c) => show(c, chosenLanguage(c, await readTyped(c, 1_000))));
}
