/** @jsxImportSource hono/jsx */
import type { OutputOf } from '#platform/operation.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import type { readGuide } from '../api.ts';
import type { TownEvent } from '../model.ts';
import { speakGuide } from '../public-words.ts';
import { Said, type TownFrame, TownPage } from '../TownPage.tsx';
import { labelsOf } from './labels.tsx';
import { ByCalendar, calendarOfEvents, EventLines, InJapanese, TakePart } from './lines.tsx';

interface FrontProps extends TownFrame {
  guide: OutputOf<typeof readGuide>;
  events: readonly TownEvent[];
}

/** まちの案内: the first page of the town for everybody, by what one would like. */
export function FrontPage({ guide, events, ...frame }: FrontProps) {
  const { language } = frame;
  const say = speakGuide(language);
  return (
    <TownPage {...frame} title={say('front_title')}>
      <Said>{say('front_lead', { town: frame.town })}</Said>
      <section>
        <h2>
          <Ruby>{say('front_likes')}</Ruby>
        </h2>
        <ul class="steps">
          {labelsOf('like', guide.likings, language).map(({ code, label }) => (
            <li key={code}>
              <a href={`/town/find?like=${code}`}>{label}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href="/town/find">
            <Ruby>{say('front_more')}</Ruby>
          </a>
        </p>
      </section>
      <section>
        <h2>
          <Ruby>{say('front_children')}</Ruby>
        </h2>
        <Said>{say('front_children_lead')}</Said>
        <ul class="steps">
          <li>
            <a href="/town/children">
              <Ruby>{say('way_children')}</Ruby>
            </a>
          </li>
        </ul>
      </section>
      {events.length > 0 && (
        <section>
          <h2>
            <Ruby>{say('front_events')}</Ruby>
          </h2>
          <InJapanese language={language} />
          <EventLines events={events} language={language} />
        </section>
      )}
      <ByCalendar language={language} to={calendarOfEvents(language)} says="calendar_of_events" />
      <TakePart language={language} />
      <p>
        <a href="/sign-in">
          <Ruby>{say('staff')}</Ruby>
        </a>
      </p>
    </TownPage>
  );
}
