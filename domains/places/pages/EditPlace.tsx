import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { correctPlace, readPlace } from '../api.ts';
import { loadPlaceChoices, PlaceFields } from './shown/PlaceFields.tsx';

export async function loader(args: PageArgs) {
  const [place, choices] = await Promise.all([
    call(readPlace, { id: partOf(args, 'id') }, { signal: args.request.signal }),
    loadPlaceChoices(args),
  ]);
  return { place, choices };
}

/** What is said of a place now; whoever writes it has asked, today. */
export function Component() {
  const { place, choices } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const { id, version, name, times, ...rest } = place;
  // What is empty begins empty; days of the month are chosen by their words.
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const initial: unknown = {
    ...said,
    name,
    times: times.map((rule) => ({ ...rule, nth: rule.nth.map(String) })),
  };
  return (
    <>
      <PageHeader
        title={m.places_correct_summary()}
        trail={[
          { label: m.places_title(), to: '/places' },
          { label: name, to: `/places/${id}` },
        ]}
      />
      <Form
        op={correctPlace}
        keeps
        also={{ id, version }}
        initial={initial as Partial<InputOf<typeof correctPlace>>}
        submit={m.places_submit()}
        beside={
          <ButtonLink look="text" to={`/places/${id}`}>
            {m.places_leave()}
          </ButtonLink>
        }
        refused={() => revalidate()}
        done={() => navigate(`/places/${id}`, saying(m.places_saved()))}
      >
        <PlaceFields {...choices} />
      </Form>
    </>
  );
}
