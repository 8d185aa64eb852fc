/** @jsxImportSource hono/jsx */
import type { PublishedPlace } from '#domains/places/model.ts';
import type { Language } from '#ui/public/languages.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import type { TownEvent } from '../model.ts';
import { type GuideKey, speakGuide } from '../public-words.ts';
import { writeDay, writeHours, writeRule } from './days.ts';

/** What somebody typed stands as it is, in its language. */
export function Typed({ children }: { children: string }) {
  return <span lang="ja">{children}</span>;
}

/** 校区; what lies in none is the whole town's. */
export function DistrictName({ name, language }: { name: string | null; language: Language }) {
  return name === null ? <Ruby>{speakGuide(language)('whole_town')}</Ruby> : <Typed>{name}</Typed>;
}

/** 催し in a list: what, when, where, and whether one can still register. */
export function EventLines({ events, language }: { events: readonly TownEvent[]; language: Language }) {
  const say = speakGuide(language);
  return (
    <ul class="cards">
      {events.map(({ id, title, held_on, from, until, place, room }) => (
        <li key={id}>
          <h3>
            <a href={`/town/events/${id}`} lang="ja">
              {title}
            </a>
          </h3>
          <p>
            <Ruby>{`${writeDay(say, held_on)} ${writeHours(from, until)}`}</Ruby>
            <br />
            <DistrictName name={place.district_name} language={language} /> <Typed>{place.name}</Typed>
            <br />
            <Ruby>{say(`room_${room}`)}</Ruby>
          </p>
        </li>
      ))}
    </ul>
  );
}

interface PlaceLinesProps {
  places: readonly PublishedPlace[];
  language: Language;
  /** Beside a map: each that stands on it has its number, the others say that they do not. */
  located?: boolean;
}

/** 行けるところ in a list: what one can do there, when, where. */
export function PlaceLines({ places, language, located = false }: PlaceLinesProps) {
  const say = speakGuide(language);
  const onMap = located ? places.filter(({ latitude }) => latitude !== null).map(({ id }) => id) : [];
  return (
    <ul class="cards">
      {places.map(
        ({ id, name, what, times, times_words, district_name, child_care, latitude, longitude }) => (
          <li key={id} {...(onMap.includes(id) && placed(id, latitude, longitude))}>
            <h3>
              {onMap.includes(id) && <span class="number">{onMap.indexOf(id) + 1}</span>}
              <a href={`/town/places/${id}`} lang="ja">
                {name}
              </a>
            </h3>
            <p>
              <Typed>{what}</Typed>
              {times.map((rule) => (
                <>
                  <br />
                  <Ruby>{writeRule(say, rule)}</Ruby>
                </>
              ))}
              {times_words && (
                <>
                  <br />
                  <Typed>{times_words}</Typed>
                </>
              )}
              <br />
              <DistrictName name={district_name} language={language} />
              {child_care && (
                <>
                  <br />
                  <Typed>{child_care}</Typed>
                </>
              )}
              {located && !onMap.includes(id) && (
                <>
                  <br />
                  <Ruby>{say('map_not_on')}</Ruby>
                </>
              )}
            </p>
          </li>
        ),
      )}
    </ul>
  );
}

/** What the map's script reads of a line: its name on the page, and where it is (degrees). */
function placed(id: string, latitude: number | null, longitude: number | null) {
  return { id: `place-${id}`, 'data-latitude': latitude, 'data-longitude': longitude };
}

/** What was typed is Japanese, whatever the page is in. */
export function InJapanese({ language }: { language: Language }) {
  if (language === 'ja') return null;
  return (
    <p class="hint">
      <Ruby>{speakGuide(language)('in_japanese')}</Ruby>
    </p>
  );
}

/** カレンダーで受け取る: the address under which a calendar is told of new events, and of those that do not take place. */
export function ByCalendar({ language, to, says }: { language: Language; to: string; says: GuideKey }) {
  const say = speakGuide(language);
  return (
    <section>
      <h2>
        <Ruby>{say('by_calendar')}</Ruby>
      </h2>
      <p>
        <Ruby>{say('by_calendar_lead')}</Ruby>
      </p>
      <p>
        <a href={to} type="text/calendar">
          <Ruby>{say(says)}</Ruby>
        </a>
      </p>
    </section>
  );
}

/** Where the events of a choice are a calendar; the day of the week is no part of it. */
export function calendarOfEvents(
  language: Language,
  asked: { readonly [part in 'like' | 'district' | 'language']?: string | undefined } = {},
): string {
  const query = new URLSearchParams({ lang: language });
  for (const name of ['district', 'like', 'language'] as const) {
    const said = asked[name];
    if (said) query.set(name, said);
  }
  return `/calendars/events.ics?${query}`;
}

/** あなたも一役: to ask and to offer, from every page of the town. */
export function TakePart({ language }: { language: Language }) {
  const say = speakGuide(language);
  return (
    <section>
      <h2>
        <Ruby>{say('part')}</Ruby>
      </h2>
      <p>
        <Ruby>{say('part_lead')}</Ruby>
      </p>
      <ul class="steps">
        {(['way_wish', 'way_ask'] as const).map((key) => (
          <li key={key}>
            <a href={key === 'way_wish' ? '/wish-card' : '/tell-us'}>
              <Ruby>{say(key)}</Ruby>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
