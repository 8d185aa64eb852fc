import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { fiscalYearOf, formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { printNameList, readPlaceDay, recordAttendance } from '../api.ts';

export async function loader(args: PageArgs) {
  const day = partOf(args, 'day');
  const read = await call(readPlaceDay, { id: partOf(args, 'id'), day }, { signal: args.request.signal });
  return { ...read, day };
}

/** Who came on a day: ticked off the list, by card, or counted. */
export function Component() {
  const { id, name, day, named, events, people, heads } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const came = people.filter((one) => one.came !== null || one.card).map((one) => one.guest_id);
  const [first] = events;
  const initial: unknown = { came, event_id: first?.id };
  return (
    <>
      <PageHeader
        title={m.places_day_title({ day: formatDay(day) })}
        lead={named ? m.places_day_lead() : m.places_day_no_names()}
        trail={[
          { label: m.places_title(), to: '/places' },
          { label: name, to: `/places/${id}` },
        ]}
        actions={
          named && (
            <DownloadLink href={hrefOf(printNameList, { id, on: day })}>{m.places_list_print()}</DownloadLink>
          )
        }
      />
      <p className="mb-6 text-std-18B-160">{m.places_day_heads_now({ n: heads })}</p>
      <Form
        // What stands recorded is ticked when it has been saved: whoever saves again takes nobody away.
        key={`${day} ${heads} ${came.join(' ')}`}
        op={recordAttendance}
        also={{ place_id: id, held_on: day, seen: people.map((one) => one.guest_id) }}
        initial={initial as Partial<InputOf<typeof recordAttendance>>}
        submit={m.places_day_submit_came()}
        beside={
          <ButtonLink look="text" to={`/places/${id}`}>
            {m.places_leave()}
          </ButtonLink>
        }
        done={() => navigate(`/places/${id}/on/${day}`, saying(m.places_day_saved()))}
      >
        {events.length > 0 && (
          <SelectField
            name="event_id"
            label={m.places_label_event()}
            emptyLabel={m.places_event_none()}
            choices={events.map((one) => ({ value: one.id, label: one.title }))}
          />
        )}
        {people.length > 0 && (
          <CheckboxGroup
            name="came"
            label={m.places_day_listed()}
            choices={people.map((one) => ({
              value: one.guest_id,
              label: one.name,
              ...(one.card || one.heads ? { hint: hintOf(one.card, one.heads ?? 1) } : {}),
            }))}
          />
        )}
        {named && (
          <TextArea
            name="others"
            label={m.places_label_others()}
            hint={m.places_hint_others()}
            rows={4}
            maxLength={2000}
          />
        )}
        <NumberField name="heads" label={m.places_label_heads()} hint={m.places_hint_heads()} />
        {fiscalYearOf(day) < fiscalYearOf(today) && (
          <TextArea name="late_reason" label={m.places_label_late()} rows={2} maxLength={500} />
        )}
      </Form>
    </>
  );
}

/** How many come on a registration is counted with whoever is ticked. */
function hintOf(card: boolean, n: number): string {
  return card ? m.places_day_hint_card({ n }) : m.places_day_hint_registered({ n });
}
