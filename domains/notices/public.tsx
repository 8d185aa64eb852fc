/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { TownWays } from '#domains/guide/TownWays.tsx';
import type { OutputOf } from '#platform/operation.ts';
import { LanguageSwitch } from '#ui/public/LanguageSwitch.tsx';
import { type Language, languages, tagOf, translated } from '#ui/public/languages.ts';
import { PublicPage } from '#ui/public/PublicPage.tsx';
import { Ruby } from '#ui/public/Ruby.tsx';
import { speak } from '#ui/public/speak.ts';
import type { listPublishedNotices, ToldNotice } from './api.ts';
import { marksForRuby } from './marks.ts';
import { themes } from './model.ts';
import { type NoticeKey, noticePageWords } from './public-words.ts';
import { plain, queryOf, wordsIn, writeDay } from './public-writing.ts';

/** What every page of the notices needs to know. */
export interface NoticeFrame {
  readonly town: string;
  readonly language: Language;
}

export interface Chosen {
  readonly district?: string | undefined;
  readonly theme?: string | undefined;
}

type Listed = OutputOf<typeof listPublishedNotices>;

/** お知らせ: the newest first, of a district and a theme where they are chosen. */
export function PublishedNotices({
  listed: { notices, districts, next, by_mail },
  chosen,
  ...frame
}: NoticeFrame & { listed: Listed; chosen: Chosen }) {
  const { language } = frame;
  const say = speak(noticePageWords, language);
  return (
    <NoticePage {...frame} title="title" to="/notices" also={chosen}>
      <p>
        <Ruby>{say('lead')}</Ruby>
      </p>
      <form method="get" action="/notices" aria-label={plain(say('search'))}>
        <input type="hidden" name="lang" value={language} />
        <DistrictChoice {...frame} districts={districts} chosen={chosen.district} />
        <div class="field">
          <label for="theme">
            <Ruby>{say('theme')}</Ruby>
          </label>
          <select id="theme" name="theme">
            <option value="">{plain(say('every_theme'))}</option>
            {themes.map((one) => (
              <option key={one} value={one} selected={one === chosen.theme}>
                {plain(say(`theme_${one}`))}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">
          <Ruby>{say('look')}</Ruby>
        </button>
      </form>
      {notices.length === 0 && (
        <p role="status">
          <Ruby>{say('none')}</Ruby>
        </p>
      )}
      {notices.map((notice) => (
        <article key={notice.id}>
          <h2 lang={tagOf(wordsIn(notice.texts, language).in)}>
            <a href={`/notices/${notice.id}?lang=${language}`}>
              <Ruby>{marksForRuby(wordsIn(notice.texts, language).title)}</Ruby>
            </a>
          </h2>
          <From {...frame} notice={notice} />
        </article>
      ))}
      {next && (
        <p>
          <a href={`/notices?${queryOf(language, { ...chosen, after: next })}`}>
            <Ruby>{say('older')}</Ruby>
          </a>
        </p>
      )}
      <nav aria-labelledby="ways">
        <h2 id="ways">
          <Ruby>{say(by_mail ? 'to_subscribe' : 'feed')}</Ruby>
        </h2>
        <ul class="plain">
          {by_mail && (
            <li>
              <a href={`/notices/subscribe?${queryOf(language, { ...chosen })}`}>
                <Ruby>{say('subscribe_title')}</Ruby>
              </a>
            </li>
          )}
          <li>
            <a href={`/notices/feed.atom?${queryOf(language, { ...chosen })}`} type="application/atom+xml">
              {plain(say('feed'))}
            </a>
          </li>
        </ul>
      </nav>
    </NoticePage>
  );
}

/** One notice; of what is not published nothing is said but that. */
export function PublishedNotice({ notice, ...frame }: NoticeFrame & { notice: ToldNotice | null }) {
  const { language } = frame;
  const say = speak(noticePageWords, language);
  const words = notice && wordsIn(notice.texts, language);
  return (
    <NoticePage
      {...frame}
      title={notice ? 'title' : 'gone_title'}
      heading={words ? marksForRuby(words.title) : undefined}
      to={notice ? `/notices/${notice.id}` : '/notices'}
    >
      {notice && words ? (
        <>
          {words.in !== language && !(language === 'ja-easy' && words.in === 'ja') && (
            <p class="unreviewed">
              <Ruby>{say('only_ja')}</Ruby>
            </p>
          )}
          <article lang={tagOf(words.in)}>
            {words.words
              .split(/\n+/)
              .filter((line) => line.trim() !== '')
              .map((line) => (
                <p key={line}>
                  <Ruby>{marksForRuby(line)}</Ruby>
                </p>
              ))}
          </article>
          <From {...frame} notice={notice} />
        </>
      ) : (
        <p>
          <Ruby>{say('gone')}</Ruby>
        </p>
      )}
      <p>
        <a href={`/notices?lang=${language}`}>
          <Ruby>{say('all')}</Ruby>
        </a>
      </p>
    </NoticePage>
  );
}

function From({ notice, language }: NoticeFrame & { notice: ToldNotice }) {
  const say = speak(noticePageWords, language);
  const where = notice.district_names.length > 0 ? notice.district_names.join(' / ') : say('whole_town');
  return (
    <p class="hint">
      <Ruby>{say('told_by', { name: notice.told_by })}</Ruby>
      <br />
      <Ruby>{`${where} / ${notice.themes.map((theme) => say(`theme_${theme}`)).join(', ')}`}</Ruby>
      <br />
      <Ruby>{say('told_on', { day: writeDay(notice.published_at, language) })}</Ruby>
      {notice.shown_until && (
        <>
          <br />
          <Ruby>{say('until', { day: writeDay(notice.shown_until, language) })}</Ruby>
        </>
      )}
    </p>
  );
}

export function DistrictChoice({
  districts,
  chosen,
  language,
}: NoticeFrame & { districts: Listed['districts']; chosen: string | undefined }) {
  const say = speak(noticePageWords, language);
  return (
    <div class="field">
      <label for="district">
        <Ruby>{say('district')}</Ruby>
      </label>
      <select id="district" name="district">
        <option value="">{plain(say('every_district'))}</option>
        {districts.map(({ id, name, kana }) => (
          <option key={id} value={id} selected={id === chosen} lang="ja">
            {language === 'ja' ? name : `${name}（${kana}）`}
          </option>
        ))}
      </select>
    </div>
  );
}

interface NoticePageProps extends NoticeFrame {
  title: NoticeKey;
  /** In the place of the title: a notice's own. */
  heading?: string | undefined;
  /** Where the page is, for the way to the other languages. */
  to?: string;
  also?: Chosen;
  /** A form of its own goes along when the language is changed. */
  form?: string;
  children: Child;
}

/** The frame of the pages of the notices. */
export function NoticePage({ title, heading, town, language, to, also, form, children }: NoticePageProps) {
  const switching = form ?? (to ? 'languages' : undefined);
  return (
    <PublicPage
      title={heading ?? speak(noticePageWords, language)(title)}
      town={town}
      language={language}
      unreviewed={(translated as readonly Language[]).includes(language)}
      switcher={switching && <LanguageSwitch language={language} form={switching} />}
      ways={<TownWays language={language} here={to} />}
    >
      {!form && to && (
        <form id="languages" method="post" action={to}>
          {Object.entries(also ?? {}).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
        </form>
      )}
      {children}
    </PublicPage>
  );
}

/** Whether something is one of the languages. */
export function knownLanguage(said: string | undefined): Language | undefined {
  return languages.find((one) => one === said);
}
