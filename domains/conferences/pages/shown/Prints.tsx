import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { hrefOf } from '#ui/call.ts';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { printForAll, printForAttendee, type readConference } from '../../api.ts';

/** One PDF for each attendee, of what that attendee may see; a member finds the own one here. */
export function Prints({ sitting }: { sitting: OutputOf<typeof readConference> }) {
  const { current } = useMe();
  const { id, attendees, items } = sitting;
  const sits = items.some(({ called }) => !called);
  if (attendees.length === 0 && !sits) return null;
  return (
    <Section heading={m.conferences_prints()}>
      {attendees.length > 0 && (
        <>
          <p className="max-w-176">{m.conferences_prints_lead()}</p>
          <p className="flex flex-wrap gap-3">
            <DownloadLink look="solid" href={hrefOf(printForAll, { id, what: 'papers' })}>
              {m.conferences_print_all({ n: attendees.length })}
            </DownloadLink>
            <DownloadLink href={hrefOf(printForAll, { id, what: 'minutes' })}>
              {m.conferences_print_all_minutes()}
            </DownloadLink>
          </p>
          <ul className="grid gap-2">
            {attendees.map(({ key, name, office }) => (
              <li key={key} className="flex flex-wrap items-center gap-3">
                <span>{m.conferences_seat_says({ name, office })}</span>
                <DownloadLink look="text" href={hrefOf(printForAttendee, { id, attendee: key })}>
                  {m.conferences_print_one({ name })}
                </DownloadLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {sits && current && (
        <p className="flex flex-wrap gap-3">
          <DownloadLink href={hrefOf(printForAttendee, { id, attendee: current.id })}>
            {m.conferences_print_own()}
          </DownloadLink>
          <DownloadLink href={hrefOf(printForAttendee, { id, attendee: current.id, what: 'minutes' })}>
            {m.conferences_print_own_minutes()}
          </DownloadLink>
        </p>
      )}
    </Section>
  );
}
