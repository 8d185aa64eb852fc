import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { saying } from '#ui/saying.ts';
import { writePlace } from '../api.ts';
import { loadPlaceChoices, PlaceFields } from './shown/PlaceFields.tsx';

export { loadPlaceChoices as loader };

/** A place, written down as it was said. */
export function Component() {
  const choices = useLoaderData<typeof loadPlaceChoices>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={m.places_write_summary()} trail={[{ label: m.places_title(), to: '/places' }]} />
      <Form
        op={writePlace}
        keeps
        mints="id"
        initial={{ newcomers: true, entry: 'just_come', welcomes: 'no', shown: ['page'] }}
        submit={m.places_submit()}
        beside={
          <ButtonLink look="text" to="/places">
            {m.places_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/places/${id}`, saying(m.places_saved()))}
      >
        <PlaceFields {...choices} />
      </Form>
    </>
  );
}
