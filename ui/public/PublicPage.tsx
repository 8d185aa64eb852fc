/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { Ruby, withoutRuby } from './Ruby.tsx';

export interface PublicPageProps {
  /** May carry furigana. */
  title: string;
  /** Whose page it is. */
  town: string;
  children: Child;
}

/** A page that anyone can read: plain HTML from the server, without scripts. */
export function PublicPage({ title, town, children }: PublicPageProps) {
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${withoutRuby(title)} | ${town}`}</title>
        <link rel="stylesheet" href="/public.css" />
      </head>
      <body>
        <header>
          <p>{town}</p>
        </header>
        <main>
          <h1>
            <Ruby>{title}</Ruby>
          </h1>
          {children}
        </main>
      </body>
    </html>
  );
}
