import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { readPlace, writeEvent } from '../api.ts';
import { EventFields } from './shown/EventFields.tsx';

export function loader(args: PageArgs) {
  return call(readPlace, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** 催し: once, on a day, at a place. */
export function Component() {
  const { id, name } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.places_event_write_summary()}
        trail={[
          { label: m.places_title(), to: '/places' },
          { label: name, to: `/places/${id}` },
        ]}
      />
      <Form
        op={writeEvent}
        keeps
        mints="id"
        also={{ place_id: id }}
        submit={m.places_submit()}
        beside={
          <ButtonLink look="text" to={`/places/${id}`}>
            {m.places_leave()}
          </ButtonLink>
        }
        done={(event) => navigate(`/place-events/${event.id}`, saying(m.places_event_saved()))}
      >
        <EventFields />
      </Form>
    </>
  );
}
