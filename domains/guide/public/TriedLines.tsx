/** @jsxImportSource hono/jsx */
import type { Language } from '#ui/public/languages.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import { type GuideKey, speakGuide } from '../public-words.ts';
import { Said } from '../TownPage.tsx';
import { writeDayOfYear } from './days.ts';
import { Typed } from './lines.tsx';

/** What the words of the page name under a first part: `tried_group` names `group`. */
type Named<First extends string, Key = GuideKey> = Key extends `${First}_${infer Rest}` ? Rest : never;

/** What tables have let anybody read, the newest first, and after which the older ones come. */
export interface TriedList {
  readonly tried: readonly {
    readonly id: string;
    readonly what: Named<'tried'>;
    readonly words: string;
    readonly more: string | null;
    readonly stage: Named<'stage'> | null;
    readonly outcome: Named<'outcome'> | null;
    readonly happened_on: string;
  }[];
  readonly next: string | null;
}

interface TriedProps {
  tried: TriedList['tried'];
  language: Language;
  /** Where what is older stands. */
  more: string | null;
}

/** What the table of a district lets anybody read: what it is, its words, since when and how far. */
export function TriedLines({ tried, language, more }: TriedProps) {
  const say = speakGuide(language);
  if (tried.length === 0) return null;
  return (
    <section>
      <h2>
        <Ruby>{say('tried')}</Ruby>
      </h2>
      <Said>{say('tried_lead')}</Said>
      <ul class="cards">
        {tried.map(({ id, what, words, more: besides, stage, outcome, happened_on }) => {
          const day = writeDayOfYear(say, happened_on);
          const came = stage ? say(`stage_${stage}`) : outcome && say(`outcome_${outcome}`);
          return (
            <li key={id}>
              <h3 lang="ja">{words}</h3>
              <p>
                <Ruby>
                  {[say(`tried_${what}`), came, what === 'group' ? say('tried_since', { day }) : day]
                    .filter(Boolean)
                    .join(' / ')}
                </Ruby>
                {besides && (
                  <>
                    <br />
                    <Typed>{besides}</Typed>
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ul>
      {more && (
        <p>
          <a href={more}>
            <Ruby>{say('more')}</Ruby>
          </a>
        </p>
      )}
    </section>
  );
}
