import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { correctWelcomingPlace, readWelcomingPlace } from '../place-api.ts';
import { begunField, Meanwhile } from './shown/Meanwhile.tsx';
import { loadPlaceChoices, PlaceFields } from './shown/PlaceFields.tsx';

export async function loader(args: PageArgs) {
  const [place, choices] = await Promise.all([
    call(readWelcomingPlace, { id: partOf(args, 'id') }, { signal: args.request.signal }),
    loadPlaceChoices(args),
  ]);
  return { place, choices };
}

/** What is said of a place now; whoever writes it has asked, today. */
export function Component() {
  const { place, choices } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const { id, version, name, kana, what, how_many, conditions, contact, district_id, body_id } = place;
  const begun: object = { [begunField]: String(version) };
  return (
    <>
      <PageHeader
        title={m.cases_place_correct_summary()}
        trail={[
          { label: m.cases_places_title(), to: '/welcoming-places' },
          { label: name, to: `/welcoming-places/${id}` },
        ]}
      />
      <Form
        op={correctWelcomingPlace}
        keeps
        also={{ id, version }}
        initial={{
          name,
          kana,
          what,
          how_many: how_many ?? undefined,
          conditions,
          contact,
          district_id: district_id ?? undefined,
          body_id: body_id ?? undefined,
          ...begun,
        }}
        submit={m.cases_place_submit()}
        beside={
          <ButtonLink look="text" to={`/welcoming-places/${id}`}>
            {m.cases_leave()}
          </ButtonLink>
        }
        refused={() => revalidate()}
        done={() => navigate(`/welcoming-places/${id}`, saying(m.cases_place_saved()))}
      >
        {(typed) => (
          <>
            <Meanwhile version={String(version)} rows={compare(place, typed)} />
            <PlaceFields {...choices} />
          </>
        )}
      </Form>
    </>
  );
}

const words = {
  name: m.cases_place_label_name,
  kana: m.cases_place_label_kana,
  what: m.cases_place_label_what,
  how_many: m.cases_place_label_how_many,
  conditions: m.cases_place_label_conditions,
  contact: m.cases_place_label_contact,
} as const;

/** What is said of the place now and what was typed, where both are words. */
function compare(place: ReturnType<typeof useLoaderData<typeof loader>>['place'], typed: Typed) {
  return (Object.keys(words) as (keyof typeof words)[]).map((field) => ({
    term: words[field](),
    values: [String(place[field] ?? ''), String(typed[field] ?? '')] as const,
  }));
}
