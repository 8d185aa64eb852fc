import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { correctEvent, readEvent } from '../api.ts';
import { EventFields } from './shown/EventFields.tsx';

export function loader(args: PageArgs) {
  return call(readEvent, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** What is said of an event now; with more room, those who wait move up. */
export function Component() {
  const event = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const { id, version, title, what, held_on, from, until, capacity, register_until, cost, shown } = event;
  return (
    <>
      <PageHeader
        title={m.places_event_correct_summary()}
        trail={[
          { label: event.place_name, to: `/places/${event.place_id}` },
          { label: title, to: `/place-events/${id}` },
        ]}
      />
      <Form
        op={correctEvent}
        also={{ id, version }}
        initial={{
          ...{ title, what: what ?? undefined, held_on, from, until, shown, cost: cost ?? undefined },
          ...{ capacity: capacity ?? undefined, register_until: register_until ?? undefined },
        }}
        submit={m.places_submit()}
        beside={
          <ButtonLink look="text" to={`/place-events/${id}`}>
            {m.places_leave()}
          </ButtonLink>
        }
        refused={() => revalidate()}
        done={() => navigate(`/place-events/${id}`, saying(m.places_event_saved()))}
      >
        <EventFields />
      </Form>
    </>
  );
}
