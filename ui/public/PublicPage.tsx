/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { addressIn, type Language, languages, tagOf } from './languages.ts';
import { Ruby, withoutRuby } from './Ruby.tsx';
import { pageWords, speak } from './speak.ts';

export interface PublicPageProps {
  /** May carry furigana. */
  title: string;
  /** The language of the title where it is not the page's. */
  titleLang?: string | undefined;
  /** Whose page it is. */
  town: string;
  /** Japanese where nothing is said. */
  language?: Language;
  /** The words are a translation for which nobody vouches yet. */
  unreviewed?: boolean;
  /** The way to the other languages. */
  switcher?: Child;
  /** The ways to the town's other pages, after what stands here. */
  ways?: Child;
  /** Of a page that is only read and may be found by whoever searches: its address, without the language. */
  address?: string;
  /** Of a page that does more where scripts run: what it names besides, from the house's own build. */
  assets?: PageAssets | undefined;
  children: Child;
}

/** Addresses of a script and of the styles it brings. */
export interface PageAssets {
  readonly script: string;
  readonly styles: readonly string[];
}

/** A page that anyone can read: plain HTML from the server, whole without scripts. */
export function PublicPage(props: PublicPageProps) {
  const {
    title,
    titleLang,
    town,
    language = 'ja',
    unreviewed = false,
    switcher,
    ways,
    address,
    assets,
    children,
  } = props;
  return (
    <html lang={tagOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {address === undefined ? (
          <meta name="robots" content="noindex" />
        ) : (
          <OtherLanguages address={address} />
        )}
        <title>{`${withoutRuby(title)} | ${town}`}</title>
        <link rel="stylesheet" href="/public.css" />
        {assets?.styles.map((style) => (
          <link key={style} rel="stylesheet" href={style} />
        ))}
        {assets && <script type="module" src={assets.script} />}
      </head>
      <body>
        <header>
          {ways && (
            <a class="skip" href="#text">
              <Ruby>{speak(pageWords, language)('skip')}</Ruby>
            </a>
          )}
          <p lang="ja">{town}</p>
          {switcher}
          {ways}
        </header>
        <main id="text">
          <h1 lang={titleLang}>
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

/** Tells programs that search where the same page stands in the other languages. */
function OtherLanguages({ address }: { address: string }) {
  return (
    <>
      {languages
        .filter((one) => one !== 'ja-easy')
        .map((one) => (
          <link key={one} rel="alternate" hreflang={tagOf(one)} href={addressIn(address, one)} />
        ))}
      <link rel="alternate" hreflang="x-default" href={address} />
    </>
  );
}
