import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { fiscalYearOf, formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { placeWays, placeWayWords } from '../joining-model.ts';
import {
  closeWelcomingPlace,
  confirmWelcomingPlace,
  readWelcomingPlace,
  supportPlace,
} from '../place-api.ts';
import { Folded } from './shown/Folded.tsx';

type Place = OutputOf<typeof readWelcomingPlace>;

export function loader(args: PageArgs) {
  return call(readWelcomingPlace, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** A place that welcomes: what was said of it, and what was done with it. */
export function Component() {
  const place = useLoaderData<typeof loader>();
  const { id, name, own, closed_on, closed_why } = place;
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: m.cases_places_title(), to: '/welcoming-places' }]}
        actions={
          own && (
            <ButtonLink to={`/welcoming-places/${id}/edit`}>{m.cases_place_correct_summary()}</ButtonLink>
          )
        }
      />
      {closed_on && (
        <Notice tone="warning">
          {m.cases_place_closed_notice({ day: formatDay(closed_on), why: closed_why ?? '' })}
        </Notice>
      )}
      <Section heading={m.cases_place_label_what()}>
        <DescriptionList items={factsOf(place)} />
        {own && (
          <div className="mt-6 grid gap-4 print:hidden">
            <CommandButton op={confirmWelcomingPlace} input={{ id }}>
              {m.cases_place_confirm_summary()}
            </CommandButton>
            {!closed_on && (
              <Folded summary={m.cases_place_close_summary()}>
                <Form
                  op={closeWelcomingPlace}
                  keeps
                  also={{ id }}
                  submit={m.cases_place_close_submit()}
                  doneSays={m.cases_place_closed_now()}
                >
                  <TextField name="why" label={m.cases_label_why()} required width="full" maxLength={200} />
                </Form>
              </Folded>
            )}
          </div>
        )}
      </Section>
      <Supports place={place} />
    </>
  );
}

function factsOf(place: Place) {
  const {
    what,
    how_many,
    there_now,
    conditions,
    contact,
    district_name,
    body_name,
    confirmed_on,
    stale,
    holder_name,
  } = place;
  return [
    { term: m.cases_place_label_what(), value: <span className="whitespace-pre-wrap">{what}</span> },
    {
      term: m.cases_place_label_how_many(),
      value: how_many === null ? null : m.cases_place_people({ n: how_many }),
    },
    {
      term: m.cases_place_label_there_now(),
      value: there_now === null ? null : m.cases_place_there_now({ n: there_now }),
    },
    { term: m.cases_place_label_conditions(), value: conditions },
    { term: m.cases_place_label_contact(), value: contact },
    { term: m.cases_place_label_district(), value: district_name },
    { term: m.cases_place_label_body(), value: body_name },
    {
      term: m.cases_place_label_confirmed(),
      value: (
        <>
          {formatDay(confirmed_on)} {stale && <Badge tone="yellow">{m.cases_place_stale()}</Badge>}
        </>
      ),
    },
    { term: m.cases_place_label_holder(), value: holder_name },
  ];
}

/** 受入先への支援: what was done, and the form for more. */
function Supports({ place: { id, supports } }: { place: Place }) {
  const { today } = useMe();
  return (
    <Section heading={m.cases_place_supports()}>
      <p>{m.cases_place_supports_lead()}</p>
      {supports.length === 0 ? (
        <p className="my-4">{m.cases_place_supports_none()}</p>
      ) : (
        <ul className="my-4 grid gap-3">
          {supports.map((one) => (
            <li key={one.id} className="border-b border-solid-gray-300 pb-3">
              <p className="text-std-16B-170">
                {m.cases_place_support_line({
                  day: formatDay(one.supported_on),
                  way: placeWayWords[one.way](),
                })}
                {one.by && m.cases_place_support_by({ name: one.by })}
              </p>
              <p className="whitespace-pre-wrap">{one.words}</p>
            </li>
          ))}
        </ul>
      )}
      <div className="print:hidden">
        <Form
          op={supportPlace}
          keeps
          mints="id"
          also={{ place_id: id }}
          initial={{ supported_on: today }}
          submit={m.cases_place_support_submit()}
          doneSays={m.cases_place_supported()}
        >
          {(typed) => (
            <>
              <DateField
                name="supported_on"
                label={m.cases_place_label_supported_on()}
                required
                max={today}
              />
              <RadioGroup
                name="way"
                label={m.cases_place_label_way()}
                required
                inline
                choices={placeWays.map((value) => ({ value, label: placeWayWords[value]() }))}
              />
              <TextArea name="words" label={m.cases_place_label_words()} required rows={3} maxLength={1000} />
              {isPastYear(typed.supported_on, today) && (
                <TextArea name="late_reason" label={m.cases_joining_label_late()} rows={2} maxLength={500} />
              )}
            </>
          )}
        </Form>
      </div>
    </Section>
  );
}

function isPastYear(day: unknown, today: string): boolean {
  return typeof day === 'string' && day !== '' && fiscalYearOf(day) < fiscalYearOf(today);
}
