import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { beginJoining } from '../joining-api.ts';
import { listWelcomingPlaces, type ShownPlace, suggestPlaces } from '../place-api.ts';
import { listPlansOfPeople } from '../plan-api.ts';
import { sayNumber } from '../plan-model.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { openCase } from './shown/open-case.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const words = String(queryOf(args).words ?? '');
  const [shown, suggested, { places }, { plans }] = await Promise.all([
    openCase(args),
    call(suggestPlaces, { words }, options),
    call(listWelcomingPlaces, { limit: 200 }, options),
    call(listPlansOfPeople, { case: partOf(args, 'id'), state: 'open' }, options),
  ]);
  return { shown, words, suggested: suggested.places, places, plans };
}

/** First the wish in the person's words, then the places that answer it, then the one the person takes. */
export function Component() {
  const { shown, words, suggested, places, plans } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const back = `/cases/${shown.id}/joinings`;
  const [only] = shown.members.length === 1 ? shown.members : [];
  return (
    <>
      <CaseHeader shown={shown} part={m.cases_joining_begin_summary()} lead={m.cases_joinings_lead()} />
      <SearchForm label={m.cases_joining_suggest_submit()}>
        <TextArea name="words" label={m.cases_joining_label_wish()} rows={2} maxLength={500} />
      </SearchForm>
      {words !== '' && (
        <Section heading={m.cases_joining_suggested()}>
          {suggested.length === 0 ? (
            <p>{m.cases_places_none_found()}</p>
          ) : (
            <ul className="grid gap-3">
              {suggested.map((place) => (
                <li key={place.id} className="grid gap-1 rounded-8 border border-solid-gray-300 p-4">
                  <p className="text-std-16B-170">
                    {place.name} {place.stale && <Badge tone="yellow">{m.cases_place_stale()}</Badge>}
                  </p>
                  <p>{place.what}</p>
                  {place.conditions && <p>{place.conditions}</p>}
                  <p>{m.cases_joining_because({ because: place.because.join(m.cases_join()) })}</p>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Form
        key={words}
        op={beginJoining}
        keeps
        mints="id"
        also={{ case_id: shown.id }}
        initial={{
          ...(words ? { wish: words } : {}),
          ...(only ? { client_id: only.client_id } : {}),
          ...(suggested[0] ? { place_id: suggested[0].id } : {}),
        }}
        submit={m.cases_joining_begin_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.cases_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.cases_joining_begun()))}
      >
        {(typed) => (
          <>
            <SelectField
              name="client_id"
              label={m.cases_joining_label_client()}
              required
              emptyLabel={m.cases_choose()}
              choices={shown.members.map(({ client_id, name }) => ({
                value: client_id,
                label: name ?? m.cases_name_hidden(),
              }))}
            />
            <TextArea name="wish" label={m.cases_joining_label_wish()} required rows={2} maxLength={500} />
            <SelectField
              name="place_id"
              label={m.cases_joining_label_place()}
              hint={m.cases_joining_all_places()}
              required
              emptyLabel={m.cases_choose()}
              choices={places.map((place) => ({ value: place.id, label: writeRoom(place) }))}
            />
            <SelectField
              name="plan_id"
              label={m.cases_joining_label_plan()}
              emptyLabel={m.cases_joining_no_plan()}
              choices={plans
                .filter(({ client_id }) => client_id === typed.client_id)
                .map(({ id, number, client_name }) => ({
                  value: id,
                  label: m.cases_joining_plan_line({
                    name: client_name ?? m.cases_name_hidden(),
                    number: sayNumber(number),
                  }),
                }))}
            />
          </>
        )}
      </Form>
    </>
  );
}

/** A place with how many it takes at once and how many of the own people are there. */
function writeRoom({ name, how_many, there_now }: ShownPlace): string {
  if (how_many === null || there_now === null) return name;
  return there_now >= how_many
    ? m.cases_joining_place_full({ name, most: how_many, n: there_now })
    : m.cases_joining_place_room({ name, most: how_many, n: there_now });
}
