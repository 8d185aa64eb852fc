import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { Section } from '#ui/Section.tsx';
import type { readPlace } from '../../api.ts';

/** 催し at a place: those to come, and of the last weeks. */
export function PlaceEvents({ place: { id, events } }: { place: OutputOf<typeof readPlace> }) {
  return (
    <Section
      heading={m.places_events()}
      actions={<ButtonLink to={`/places/${id}/events/new`}>{m.places_event_to_write()}</ButtonLink>}
    >
      {events.length === 0 ? (
        <p>{m.places_events_none()}</p>
      ) : (
        <ul className="grid gap-3">
          {events.map((one) => (
            <li key={one.id}>
              <Link to={`/place-events/${one.id}`}>
                {m.places_event_line({ day: formatDay(one.held_on), title: one.title })}
              </Link>{' '}
              {one.cancelled && <Badge>{m.places_event_cancelled()}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
