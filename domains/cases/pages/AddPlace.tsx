import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { saying } from '#ui/saying.ts';
import { addWelcomingPlace } from '../place-api.ts';
import { loadPlaceChoices, PlaceFields } from './shown/PlaceFields.tsx';

export { loadPlaceChoices as loader };

/** A place that welcomes, written down as it was said. */
export function Component() {
  const choices = useLoaderData<typeof loadPlaceChoices>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.cases_place_add_summary()}
        trail={[{ label: m.cases_places_title(), to: '/welcoming-places' }]}
      />
      <Form
        op={addWelcomingPlace}
        keeps
        mints="id"
        submit={m.cases_place_submit()}
        beside={
          <ButtonLink look="text" to="/welcoming-places">
            {m.cases_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/welcoming-places/${id}`, saying(m.cases_place_saved()))}
      >
        <PlaceFields {...choices} />
      </Form>
    </>
  );
}
