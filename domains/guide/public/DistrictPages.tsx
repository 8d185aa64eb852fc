/** @jsxImportSource hono/jsx */
import type { OutputOf } from '#platform/operation.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import type { findInTown } from '../api.ts';
import { speakGuide } from '../public-words.ts';
import { Said, type TownFrame, TownPage } from '../TownPage.tsx';
import { Found } from './FindPage.tsx';
import { ByCalendar, calendarOfEvents, InJapanese, TakePart } from './lines.tsx';
import { TriedLines, type TriedList } from './TriedLines.tsx';

interface Area {
  readonly area: string;
  readonly districts: readonly { readonly id: string; readonly name: string }[];
}

/** 校区: all of them, as the town puts them together. */
export function DistrictsPage({ areas, ...frame }: TownFrame & { areas: readonly Area[] }) {
  const say = speakGuide(frame.language);
  return (
    <TownPage {...frame} title={say('way_districts')}>
      <Said>{say('districts_lead')}</Said>
      {areas.map(({ area, districts }) => (
        <section key={area}>
          <h2 lang="ja">{area}</h2>
          <ul class="steps small">
            {districts.map(({ id, name }) => (
              <li key={id}>
                <a href={`/town/districts/${id}`} lang="ja">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </TownPage>
  );
}

interface DistrictProps extends TownFrame {
  district: { readonly id: string; readonly name: string };
  found: OutputOf<typeof findInTown>;
  stories: readonly { readonly id: string; readonly title: string }[];
  tried: TriedList;
  /** 支え合い推進会議 whose days are shown to anybody. */
  boards: readonly { readonly id: string; readonly name: string }[];
}

/** One 校区: where one can go, what will be, what was tried, what came true, and what one may ask for. */
export function DistrictPage({ district, found, stories, tried, boards, ...frame }: DistrictProps) {
  const { language } = frame;
  const say = speakGuide(language);
  const older = tried.next && olderTried(district.id, tried.next);
  const more = found.next && `/town/find?district=${district.id}&after=${encodeURIComponent(found.next)}`;
  return (
    <TownPage {...frame} title={district.name} titleLang="ja">
      <section>
        <h2>
          <Ruby>{say('district_ask')}</Ruby>
        </h2>
        <Said>{say('district_ask_lead')}</Said>
        <p>
          <a href="/wish-card">
            <Ruby>{say('way_wish')}</Ruby>
          </a>
        </p>
      </section>
      <Found found={found} windows={[]} language={language} more={more} />
      {found.events.length + found.places.length === 0 && tried.tried.length > 0 && (
        <InJapanese language={language} />
      )}
      <TriedLines tried={tried.tried} language={language} more={older} />
      {stories.length > 0 && (
        <section>
          <h2>
            <Ruby>{say('district_stories')}</Ruby>
          </h2>
          <ul>
            {stories.map(({ id, title }) => (
              <li key={id}>
                <a href={`/stories-published/${id}`} lang="ja">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ByCalendar
        language={language}
        to={calendarOfEvents(language, { district: district.id })}
        says="calendar_of_events"
      />
      {boards.map(({ id, name }) => (
        <p key={id}>
          <a href={`/calendars/boards/${id}.ics`} type="text/calendar">
            <Ruby>{say('calendar_of_board', { name })}</Ruby>
          </a>
        </p>
      ))}
      <TakePart language={language} />
    </TownPage>
  );
}

interface OlderProps extends TownFrame {
  district: { readonly id: string; readonly name: string };
  tried: TriedList;
}

/** What a district tried longer ago, a page of it. */
export function OlderTriedPage({ district, tried: { tried, next }, ...frame }: OlderProps) {
  const { language } = frame;
  const say = speakGuide(language);
  return (
    <TownPage {...frame} title={district.name} titleLang="ja">
      {tried.length === 0 && <Said>{say('gone')}</Said>}
      <InJapanese language={language} />
      <TriedLines tried={tried} language={language} more={next && olderTried(district.id, next)} />
      <p>
        <a href={`/town/districts/${district.id}`} lang="ja">
          {district.name}
        </a>
      </p>
    </TownPage>
  );
}

function olderTried(district: string, after: string): string {
  return `/town/districts/${district}?tried=${encodeURIComponent(after)}`;
}

/** 子どもの居場所: an entry of its own. */
export function ChildrenPage({ found, ...frame }: TownFrame & { found: OutputOf<typeof findInTown> }) {
  const { language } = frame;
  const say = speakGuide(language);
  const more = found.next && `/town/find?like=elsewhere&after=${encodeURIComponent(found.next)}`;
  return (
    <TownPage {...frame} title={say('way_children')}>
      <Said>{say('children_lead')}</Said>
      <Found found={found} windows={[]} language={language} more={more} />
      <ByCalendar
        language={language}
        to={calendarOfEvents(language, { like: 'elsewhere' })}
        says="calendar_of_events"
      />
      <TakePart language={language} />
    </TownPage>
  );
}

/** What is not to be read, or not any more: the same for everything. */
export function GonePage(frame: TownFrame) {
  const say = speakGuide(frame.language);
  return (
    <TownPage {...frame} title={say('gone_title')}>
      <Said>{say('gone')}</Said>
      <TakePart language={frame.language} />
    </TownPage>
  );
}
