/** @jsxImportSource hono/jsx */
import type { OutputOf } from '#platform/operation.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import type { readGuide } from '../api.ts';
import type { TownEvent } from '../model.ts';
import { speakGuide } from '../public-words.ts';
import { type TownFrame, TownPage } from '../TownPage.tsx';
import { writeDay, writeHours } from './days.ts';
import { InJapanese, TakePart } from './lines.tsx';
import { Codes, Fact, TypedFact, Where } from './PlacePage.tsx';

interface EventProps extends TownFrame {
  event: TownEvent;
  guide: OutputOf<typeof readGuide>;
}

/** A 催し: what, when, where, and the way to join. */
export function EventPage({ event, guide, ...frame }: EventProps) {
  const { language } = frame;
  const say = speakGuide(language);
  const { place, room, capacity, register_until } = event;
  return (
    <TownPage {...frame} title={event.title} titleLang="ja">
      <InJapanese language={language} />
      {event.what && (
        <p class="typed" lang="ja">
          {event.what}
        </p>
      )}
      {(room === 'open' || room === 'full') && (
        <ul class="steps">
          <li>
            <a href={`/town/events/${event.id}/join`}>
              <Ruby>{say(room === 'open' ? 'join' : 'join_wait')}</Ruby>
            </a>
          </li>
        </ul>
      )}
      <dl>
        <Fact says={say('when')}>
          <Ruby>{`${writeDay(say, event.held_on)} ${writeHours(event.from, event.until)}`}</Ruby>
        </Fact>
        <Fact says={say('where')}>
          <a href={`/town/places/${place.id}`} lang="ja">
            {place.name}
          </a>
          <Where {...place} language={language} />
        </Fact>
        <Fact says={say('room')}>
          <Ruby>{say(`room_${room}`)}</Ruby>
          {register_until && room !== 'shut' && (
            <div>
              <Ruby>{say('until', { day: writeDay(say, register_until) })}</Ruby>
            </div>
          )}
        </Fact>
        {capacity !== null && (
          <Fact says={say('capacity')}>
            <Ruby>{say('people', { n: String(capacity) })}</Ruby>
          </Fact>
        )}
        <TypedFact says={say('cost')}>{event.cost}</TypedFact>
        <Codes says="languages" list="spoken" codes={place.languages} {...{ guide, language }} />
        <TypedFact says={say('child_care')}>{place.child_care}</TypedFact>
        <Codes says="access" list="access" codes={place.access} {...{ guide, language }} />
        <TypedFact says={say('contact')}>{place.contact}</TypedFact>
      </dl>
      <TakePart language={language} />
    </TownPage>
  );
}
