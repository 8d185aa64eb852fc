/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { type Language, tagOf } from './languages.ts';
import { Ruby, withoutRuby } from './Ruby.tsx';
import { pageWords, speak } from './speak.ts';

export interface PublicPageProps {
  /** May carry furigana. */
  title: string;
  /** Whose page it is. */
  town: string;
  /** Japanese where nothing is said. */
  language?: Language;
  /** The words are a translation for which nobody vouches yet. */
  unreviewed?: boolean;
  /** The way to the other languages. */
  switcher?: Child;
  children: Child;
}

/** A page that anyone can read: plain HTML from the server, without scripts. */
export function PublicPage(props: PublicPageProps) {
  const { title, town, language = 'ja', unreviewed = false, switcher, children } = props;
  return (
    <html lang={tagOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${withoutRuby(title)} | ${town}`}</title>
        <link rel="stylesheet" href="/public.css" />
      </head>
      <body>
        <header>
          <p lang="ja">{town}</p>
          {switcher}
        </header>
        <main>
          <h1>
            <Ruby>{title}</Ruby>
          </h1>
          {unreviewed && (
            <p class="unreviewed">
              <Ruby>{speak(pageWords, language)('unreviewed')}</Ruby>
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  );
}
