import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { saying } from '#ui/saying.ts';
import {
  addAgendaItem,
  type ConferenceKind,
  listConferenceKinds,
  listPeopleToDiscuss,
  readConference,
} from '../api.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const { search } = queryOf(args);
  const [sitting, { kinds }, { people }] = await Promise.all([
    call(readConference, { id: partOf(args, 'id') }, options),
    call(listConferenceKinds, {}, options),
    call(listPeopleToDiscuss, search ? { search } : {}, options),
  ]);
  return { sitting, kinds, people };
}

/** The kind decides: a consented item is about people who agreed, a sealed one is words only. */
export function Component() {
  const { sitting, kinds, people } = useLoaderData<typeof loader>();
  const { current, today } = useMe();
  const navigate = useNavigate();
  const back = `/conferences/${sitting.id}`;
  const own = kinds.filter(
    ({ called_by, starts_on }) => starts_on <= today && called_by.some((role) => role === current?.role),
  );
  const day = formatDay(sitting.held_on);
  return (
    <>
      <PageHeader
        title={m.conferences_add_item_summary()}
        lead={m.conferences_add_item_lead()}
        trail={[
          { label: m.conferences_title(), to: '/conferences' },
          { label: m.conferences_sitting_title({ day, time: sitting.starts_at }), to: back },
        ]}
      />
      {own.some(({ sealed }) => !sealed) && (
        <SearchForm label={m.conferences_people_search()}>
          <TextField name="search" label={m.conferences_people_search()} maxLength={50} />
        </SearchForm>
      )}
      <Form
        op={addAgendaItem}
        mints="id"
        also={{ conference_id: sitting.id }}
        submit={m.conferences_add_item_submit()}
        cannotSubmit={own.length === 0 ? m.conferences_no_kind() : undefined}
        beside={
          <ButtonLink look="text" to={back}>
            {m.conferences_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/conference-items/${id}`, saying(m.conferences_item_added()))}
      >
        {({ kind_id }) => {
          const kind = kinds.find(({ id }) => id === kind_id);
          return (
            <>
              <RadioGroup
                name="kind_id"
                label={m.conferences_kind()}
                required
                choices={own.map((one) => ({ value: one.id, label: one.name, hint: hintOf(one) }))}
              />
              {kind?.sealed && <Notice tone="warning">{m.conferences_sealed_item_says()}</Notice>}
              {kind && !kind.sealed && (
                <CheckboxGroup
                  name="client_ids"
                  label={m.conferences_label_clients()}
                  hint={people.length === 0 ? m.conferences_no_people() : m.conferences_hint_clients()}
                  required
                  choices={people.map(({ id, name, body_name }) => ({
                    value: id,
                    label: m.conferences_person_of({ name, body: body_name }),
                  }))}
                />
              )}
              <TextField
                name="title"
                label={m.conferences_label_title()}
                hint={kind?.sealed ? m.conferences_hint_title_sealed() : m.conferences_hint_title()}
                required
                maxLength={100}
              />
              <TextArea
                name="words"
                label={m.conferences_label_matter()}
                required
                rows={6}
                maxLength={20_000}
              />
            </>
          );
        }}
      </Form>
    </>
  );
}

function hintOf({ law, sealed, secrecy }: ConferenceKind): string {
  const parts = [law, sealed ? m.conferences_kind_sealed_says() : m.conferences_kind_consented_says()];
  if (secrecy) parts.push(m.conferences_kind_secrecy_says());
  return parts.join(m.conferences_pause());
}
