/** @jsxImportSource hono/jsx */
import { calendarOfEvents } from '#domains/guide/public/lines.tsx';
import { type TownFrame, TownPage } from '#domains/guide/TownPage.tsx';
import type { OutputOf } from '#platform/operation.ts';
import { type Language, tagOf } from '#ui/public/languages.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import { speak } from '#ui/public/speak.ts';
import type { listPublishedNotices, ToldNotice } from './api.ts';
import { marksForRuby } from './marks.ts';
import { themes } from './model.ts';
import { noticePageWords } from './public-words.ts';
import { addressOf, plain, queryOf, wordsIn, writeDay } from './public-writing.ts';

export interface Chosen {
  readonly district?: string | undefined;
  readonly theme?: string | undefined;
}

type Listed = OutputOf<typeof listPublishedNotices>;

/** お知らせ: the newest first, of a district and a theme where they are chosen. */
export function PublishedNotices({
  listed: { notices, districts, next, by_mail, by_push },
  chosen,
  ...frame
}: TownFrame & { listed: Listed; chosen: Chosen }) {
  const { language } = frame;
  const say = speak(noticePageWords, language);
  return (
    <TownPage {...frame} title={say('title')}>
      <p>
        <Ruby>{say('lead')}</Ruby>
      </p>
      <form method="get" action="/notices" aria-label={plain(say('search'))}>
        <DistrictChoice language={language} districts={districts} chosen={chosen.district} />
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
            <a href={`/notices/${notice.id}`}>
              <Ruby>{marksForRuby(wordsIn(notice.texts, language).title)}</Ruby>
            </a>
          </h2>
          <From language={language} notice={notice} />
        </article>
      ))}
      {next && (
        <p>
          <a href={addressOf('/notices', { ...chosen, after: next })}>
            <Ruby>{say('older')}</Ruby>
          </a>
        </p>
      )}
      <nav aria-labelledby="receive">
        <h2 id="receive">
          <Ruby>{say('to_receive')}</Ruby>
        </h2>
        <ul class="plain">
          {by_push && (
            <li>
              <a href="/notices/push">
                <Ruby>{say('push_title')}</Ruby>
              </a>
            </li>
          )}
          {by_mail && (
            <li>
              <a href={addressOf('/notices/subscribe', { ...chosen })}>
                <Ruby>{say('subscribe_title')}</Ruby>
              </a>
            </li>
          )}
          <li>
            <a href={`/notices/feed.atom?${queryOf(language, { ...chosen })}`} type="application/atom+xml">
              <Ruby>{say('feed')}</Ruby>
            </a>
          </li>
          <li>
            <a href={`/notices/calendar.ics?${queryOf(language, { ...chosen })}`} type="text/calendar">
              <Ruby>{say('calendar')}</Ruby>
            </a>
          </li>
          <li>
            <a href={calendarOfEvents(language, { district: chosen.district })} type="text/calendar">
              <Ruby>{say('calendar_of_events')}</Ruby>
            </a>
          </li>
        </ul>
      </nav>
    </TownPage>
  );
}

/** One notice; of what is not published nothing is said but that. */
export function PublishedNotice({ notice, ...frame }: TownFrame & { notice: ToldNotice | null }) {
  const { language } = frame;
  const say = speak(noticePageWords, language);
  const words = notice && wordsIn(notice.texts, language);
  return (
    <TownPage
      {...frame}
      title={words ? marksForRuby(words.title) : say('gone_title')}
      titleLang={words && words.in !== language ? tagOf(words.in) : undefined}
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
          <From language={language} notice={notice} />
        </>
      ) : (
        <p>
          <Ruby>{say('gone')}</Ruby>
        </p>
      )}
      <p>
        <a href="/notices">
          <Ruby>{say('all')}</Ruby>
        </a>
      </p>
    </TownPage>
  );
}

function From({ notice, language }: { notice: ToldNotice; language: Language }) {
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

interface DistrictChoiceProps {
  districts: Listed['districts'];
  chosen: string | undefined;
  language: Language;
}

export function DistrictChoice({ districts, chosen, language }: DistrictChoiceProps) {
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
