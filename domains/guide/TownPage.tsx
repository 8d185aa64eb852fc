/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { LanguageLinks } from '#ui/public/LanguageLinks.tsx';
import { type Language, translated } from '#ui/public/languages.ts';
import { type PageAssets, PublicPage } from '#ui/public/PublicPage.tsx';
import { Ruby } from '#ui/public/Ruby.tsx';
import { TownWays } from './TownWays.tsx';

/** What every page of the town is told by the server. */
export interface TownFrame {
  readonly town: string;
  readonly language: Language;
  /** Languages for whose words somebody vouches. */
  readonly reviewed: readonly Language[];
  /** The page's own address with what was asked for, without the language: the switch leads to it. */
  readonly address: string;
}

interface TownPageProps extends TownFrame {
  /** May carry furigana. */
  title: string;
  /** The language of the title where somebody typed it: Japanese as a rule. */
  titleLang?: string | undefined;
  /** In the place of the links to the other languages: of a form, which sends what was typed along; null where there is none. */
  switcher?: Child;
  /** Of a page that does more where scripts run. */
  assets?: PageAssets | undefined;
  children: Child;
}

/** 公開ページの枠: the frame of every page of the town that is only read. Ways, languages as links that stay, no script. */
export function TownPage(props: TownPageProps) {
  const { title, titleLang, town, language, reviewed, address, switcher, assets, children } = props;
  const found = switcher === undefined;
  return (
    <PublicPage
      title={title}
      titleLang={titleLang}
      town={town}
      language={language}
      unreviewed={(translated as readonly Language[]).includes(language) && !reviewed.includes(language)}
      switcher={found ? <LanguageLinks language={language} address={address} /> : switcher}
      assets={assets}
      ways={<TownWays language={language} here={address} />}
      {...(found && { address })}
    >
      {children}
    </PublicPage>
  );
}

/** A sentence of the interface as a paragraph. */
export function Said({ children, as }: { children: string; as?: string }) {
  return (
    <p class={as}>
      <Ruby>{children}</Ruby>
    </p>
  );
}
