/** @jsxImportSource hono/jsx */
import type { OutputOf } from '#platform/operation.ts';
import type { Language } from '#ui/public/languages.ts';
import { Ruby, withoutRuby } from '#ui/public/Ruby.tsx';
import type { findInTown, readGuide } from '../api.ts';
import { type GuideKey, speakGuide } from '../public-words.ts';
import { type TownFrame, TownPage } from '../TownPage.tsx';
import { nameWeekday } from './days.ts';
import { labelsOf } from './labels.tsx';
import { ByCalendar, calendarOfEvents, EventLines, InJapanese, PlaceLines, TakePart } from './lines.tsx';

/** What was asked for; a part that is not there is asked for by nobody. */
export interface Asked {
  readonly like?: string | undefined;
  readonly district?: string | undefined;
  readonly day?: string | undefined;
  readonly language?: string | undefined;
}

interface District {
  readonly id: string;
  readonly name: string;
}

interface FindProps extends TownFrame {
  guide: OutputOf<typeof readGuide>;
  districts: readonly District[];
  asked: Asked;
  found: OutputOf<typeof findInTown>;
  windows: readonly { readonly id: string; readonly name: string }[];
  /** The same can be seen on a map. */
  map: boolean;
}

/** さがす: places, events and offices by what one would like, district, day and language. A form that asks for a page, no script. */
export function FindPage({ guide, districts, asked, found, windows, map, ...frame }: FindProps) {
  const { language } = frame;
  const say = speakGuide(language);
  return (
    <TownPage {...frame} title={say('find_title')}>
      <FindForm {...{ guide, districts, asked, language }} to="/town/find" />
      {map && (
        <p>
          <a href={`/town/map${queryOf(asked)}`}>
            <Ruby>{say('map_title')}</Ruby>
          </a>
        </p>
      )}
      <Found {...{ found, windows, language }} more={moreOf(asked, found.next)} />
      <ByCalendar language={language} to={calendarOfEvents(language, asked)} says="calendar_of_events" />
      <TakePart language={language} />
    </TownPage>
  );
}

interface FindFormProps extends Pick<FindProps, 'guide' | 'districts' | 'asked' | 'language'> {
  /** The page that is asked for. */
  to: string;
}

/** By what one would like, district, day and language. */
export function FindForm({ guide, districts, asked, language, to }: FindFormProps) {
  const say = speakGuide(language);
  return (
    <form class="find" method="get" action={to}>
      <Choice name="like" label="find_like" said={asked.like} language={language}>
        {labelsOf('like', guide.likings, language).map(({ code, plain }) => ({
          value: code,
          label: plain,
        }))}
      </Choice>
      <Choice name="district" label="find_district" said={asked.district} language={language}>
        {districts.map(({ id, name }) => ({ value: id, label: name }))}
      </Choice>
      <Choice name="day" label="find_day" said={asked.day} language={language}>
        {[1, 2, 3, 4, 5, 6, 7].map((n) => ({ value: String(n), label: nameWeekday(say, n) }))}
      </Choice>
      <Choice name="language" label="find_language" said={asked.language} language={language}>
        {labelsOf('spoken', guide.languages, language).map(({ code, plain }) => ({
          value: code,
          label: plain,
        }))}
      </Choice>
      <button type="submit">
        <Ruby>{say('find_go')}</Ruby>
      </button>
    </form>
  );
}

interface FoundProps {
  found: OutputOf<typeof findInTown>;
  windows: FindProps['windows'];
  language: Language;
  /** Where the list goes on. */
  more: string | null;
}

/** Events, places and offices that were found; where nothing was, what to do. */
export function Found({ found: { events, places, windows: listens }, windows, language, more }: FoundProps) {
  const say = speakGuide(language);
  return (
    <>
      {events.length + places.length > 0 ? (
        <InJapanese language={language} />
      ) : (
        <p role="status">
          <Ruby>{say('found_none')}</Ruby>
        </p>
      )}
      {events.length > 0 && (
        <section>
          <h2>
            <Ruby>{say('found_events')}</Ruby>
          </h2>
          <EventLines events={events} language={language} />
        </section>
      )}
      {places.length > 0 && (
        <section>
          <h2>
            <Ruby>{say('found_places')}</Ruby>
          </h2>
          <PlaceLines places={places} language={language} />
          {more && (
            <p>
              <a href={more}>
                <Ruby>{say('more')}</Ruby>
              </a>
            </p>
          )}
        </section>
      )}
      {listens && windows.length > 0 && (
        <section>
          <h2>
            <Ruby>{say('found_windows')}</Ruby>
          </h2>
          <ul>
            {windows.map(({ id, name }) => (
              <li key={id} lang="ja">
                {name}
              </li>
            ))}
          </ul>
          <p>
            <Ruby>{say('windows_lead')}</Ruby>{' '}
            <a href="/tell-us">
              <Ruby>{say('way_ask')}</Ruby>
            </a>
          </p>
        </section>
      )}
    </>
  );
}

interface ChoiceProps {
  name: keyof Asked;
  label: GuideKey;
  said: string | undefined;
  language: Language;
  children: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ name, label, said, language, children }: ChoiceProps) {
  const say = speakGuide(language);
  return (
    <div class="field">
      <label for={name}>
        <Ruby>{say(label)}</Ruby>
      </label>
      <select id={name} name={name}>
        <option value="">{withoutRuby(say('find_any'))}</option>
        {children.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === said}>
            {withoutRuby(one.label)}
          </option>
        ))}
      </select>
    </div>
  );
}

function moreOf(asked: Asked, next: string | null): string | null {
  return next === null ? null : `/town/find${queryOf(asked, { after: next })}`;
}

/** What was asked for, as it stands in the address of a page. */
export function queryOf(asked: Asked, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more);
  for (const [name, said] of Object.entries(asked)) if (said && name !== 'after') query.set(name, said);
  return query.size > 0 ? `?${query}` : '';
}
