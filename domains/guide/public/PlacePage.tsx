/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { readPublishedPlace } from '#domains/places/api.ts';
import { listOpenings } from '#domains/places/openings.ts';
import { addDays, type Day } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { Language } from '#ui/public/languages.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import type { readGuide } from '../api.ts';
import type { TownEvent } from '../model.ts';
import { type GuideKey, speakGuide } from '../public-words.ts';
import { Said, type TownFrame, TownPage } from '../TownPage.tsx';
import { writeDay, writeDayOfYear, writeHours, writeRule } from './days.ts';
import { labelsOf } from './labels.tsx';
import { ByCalendar, DistrictName, EventLines, InJapanese, TakePart, Typed } from './lines.tsx';

type Place = OutputOf<typeof readPublishedPlace>;
type Guide = OutputOf<typeof readGuide>;

/** So far ahead (days) are the next openings looked for, and so many are shown. */
const ahead = 45;
const mostOpenings = 4;

interface PlaceProps extends TownFrame {
  place: Place;
  guide: Guide;
  events: readonly TownEvent[];
  /** Whether its district has a page of its own: one that was split has none any more. */
  districtIsOpen: boolean;
  today: Day;
  /** Where a map of these coordinates can be opened; none where the town has said so. */
  map: string | null;
}

/** A place: what one can do there, when, and how one gets in. */
export function PlacePage({ place, guide, events, districtIsOpen, today, map, ...frame }: PlaceProps) {
  const { language } = frame;
  const say = speakGuide(language);
  return (
    <TownPage {...frame} title={place.name} titleLang="ja">
      <InJapanese language={language} />
      <p class="typed" lang="ja">
        {place.what}
      </p>
      {place.freshness === 'old' && <Said as="unreviewed">{say('old')}</Said>}
      <dl>
        {(place.times.length > 0 || place.times_words) && (
          <Fact says={say('when')}>
            {place.times.map((rule) => (
              <div key={rule.from}>
                <Ruby>{writeRule(say, rule)}</Ruby>
              </div>
            ))}
            {place.times_words && <Typed>{place.times_words}</Typed>}
          </Fact>
        )}
        <Soon place={place} today={today} language={language} />
        <Fact says={say('where')}>
          <Where {...place} language={language} />
          {map && (
            <a href={map} rel="external">
              <Ruby>{say('map')}</Ruby>
            </a>
          )}
        </Fact>
        <Fact says={say('entry')}>
          <Ruby>{say(`entry_${place.entry}`)}</Ruby>
          {place.newcomers && (
            <div>
              <Ruby>{say('newcomers')}</Ruby>
            </div>
          )}
        </Fact>
        <TypedFact says={say('cost')}>{place.cost}</TypedFact>
        <TypedFact says={say('for_whom')}>{place.for_whom}</TypedFact>
        <TypedFact says={say('child_care')}>{place.child_care}</TypedFact>
        <Codes says="languages" list="spoken" codes={place.languages} {...{ guide, language }} />
        <Codes says="access" list="access" codes={place.access} {...{ guide, language }} />
        <TypedFact says={say('access')}>{place.access_words}</TypedFact>
        <TypedFact says={say('run_by')}>{place.run_by}</TypedFact>
        <TypedFact says={say('contact')}>{place.contact}</TypedFact>
      </dl>
      <Said as="hint">{say('confirmed', { day: writeDayOfYear(say, place.confirmed_on) })}</Said>
      {events.length > 0 && (
        <section>
          <h2>
            <Ruby>{say('found_events')}</Ruby>
          </h2>
          <EventLines events={events} language={language} />
        </section>
      )}
      {place.district_id && (
        <p>
          {districtIsOpen ? (
            <a href={`/town/districts/${place.district_id}`} lang="ja">
              {place.district_name}
            </a>
          ) : (
            <span lang="ja">{place.district_name}</span>
          )}
        </p>
      )}
      <ByCalendar language={language} to={`/calendars/places/${place.id}.ics`} says="calendar_of_place" />
      <TakePart language={language} />
    </TownPage>
  );
}

interface WhereProps {
  address: string | null;
  district_name: string | null;
  language: Language;
}

/** The address where it is shown, and the district, each on a line. */
export function Where({ address, district_name, language }: WhereProps) {
  return (
    <>
      {address && (
        <div>
          <Typed>{address}</Typed>
        </div>
      )}
      <div>
        <DistrictName name={district_name} language={language} />
      </div>
    </>
  );
}

function Soon({ place, today, language }: { place: Place; today: Day; language: Language }) {
  const say = speakGuide(language);
  const soon = listOpenings(place.times, place.days, today, addDays(today, ahead)).slice(0, mostOpenings);
  if (soon.length === 0) return null;
  return (
    <Fact says={say('soon')}>
      {soon.map(({ day, from, until, closed, words }) => (
        <div key={day}>
          <Ruby>
            {closed
              ? say('closed', { day: writeDay(say, day) })
              : `${writeDay(say, day)} ${writeHours(from, until)}`}
          </Ruby>{' '}
          {words && <Typed>{words}</Typed>}
        </div>
      ))}
    </Fact>
  );
}

interface CodesProps {
  says: GuideKey;
  list: 'spoken' | 'access';
  codes: readonly string[];
  guide: Guide;
  language: Language;
}

/** Codes of a list of the town, as they are called in the language. */
export function Codes({ says, list, codes, guide, language }: CodesProps) {
  const known = labelsOf(list, list === 'spoken' ? guide.languages : guide.access, language);
  const shown = known.filter(({ code }) => codes.includes(code));
  if (shown.length === 0) return null;
  return (
    <Fact says={speakGuide(language)(says)}>
      <ul class="plain">
        {shown.map(({ code, label }) => (
          <li key={code}>{label}</li>
        ))}
      </ul>
    </Fact>
  );
}

/** One thing that is said of a place or an event. */
export function Fact({ says, children }: { says: string; children: Child }) {
  return (
    <>
      <dt>
        <Ruby>{says}</Ruby>
      </dt>
      <dd>{children}</dd>
    </>
  );
}

/** The same in the words of whoever typed it; nothing where nothing was typed. */
export function TypedFact({ says, children }: { says: string; children: string | null }) {
  if (!children) return null;
  return (
    <Fact says={says}>
      <Typed>{children}</Typed>
    </Fact>
  );
}
