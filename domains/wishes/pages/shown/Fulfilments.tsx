import { Link } from 'react-router';
import * as m from '#messages';
import { fiscalYearOf, formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { Section } from '#ui/Section.tsx';
import {
  passThanks,
  type readMatch,
  recordFulfilment,
  takeBackFulfilment,
  writeThanks,
} from '../../match-api.ts';
import { tellings, tellingWords } from '../../model.ts';

type Match = OutputOf<typeof readMatch>;

interface FulfilmentsProps {
  match: Match;
  /** Places at which it can have happened. */
  places: readonly { id: string; name: string }[];
  open: boolean;
}

/** What came true, and the thanks that go back to whoever helped. */
export function Fulfilments({ match, places, open }: FulfilmentsProps) {
  return (
    <Section heading={m.wishes_fulfilments()}>
      {match.fulfilments.length === 0 && <p>{m.wishes_fulfilments_none()}</p>}
      <ul className="my-4 grid gap-4 empty:hidden">
        {match.fulfilments.map((one) => (
          <li key={one.id} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
            <p>
              {m.wishes_fulfilment_line({
                day: formatDay(one.happened_on),
                leg: writeLeg(match, one.position),
              })}
              {one.place_name && m.wishes_fulfilment_at({ place: one.place_name })}
              {one.returned && m.wishes_fulfilment_returned()}
            </p>
            {one.taken_back && (
              <Notice tone="warning">
                {m.wishes_fulfilment_taken_back({
                  day: formatDay(one.taken_back.on),
                  reason: one.taken_back.reason,
                })}
              </Notice>
            )}
            {one.thanks.map((thanks) => (
              <p key={thanks.id} className="flex flex-wrap items-center gap-3">
                <span>
                  {m.wishes_thanks_line({ words: thanks.words, tells: tellingWords[thanks.tells]() })}
                </span>
                {thanks.agreed && (
                  <span>
                    {m.wishes_thanks_agreed({ day: formatDay(thanks.agreed.on), who: thanks.agreed.by })}
                  </span>
                )}
                {thanks.passed_on ? (
                  <span>{m.wishes_thanks_passed({ day: formatDay(thanks.passed_on) })}</span>
                ) : one.taken_back ? null : (
                  <CommandButton op={passThanks} input={{ id: thanks.id }}>
                    {m.wishes_thanks_pass_summary()}
                  </CommandButton>
                )}
              </p>
            ))}
            {!one.taken_back && (
              <>
                {one.thanks.length === 0 && (
                  <Thanks
                    fulfilment={one.id}
                    happened={one.happened_on}
                    from={nameOfReceiver(match, one.position)}
                  />
                )}
                <p>
                  <Link to={`/fulfilments/${one.id}/story`}>{m.wishes_story_draft_summary()}</Link>
                </p>
                <TakeBack fulfilment={one.id} />
              </>
            )}
          </li>
        ))}
      </ul>
      {open && match.agreed && <Record match={match} places={places} />}
    </Section>
  );
}

function writeLeg({ legs, parties }: Match, position: number): string {
  const leg = legs.find((one) => one.position === position);
  const nameOf = (id: string | undefined) => parties.find((party) => party.id === id)?.name ?? '';
  return m.wishes_leg_names({ giver: nameOf(leg?.giver_id), receiver: nameOf(leg?.receiver_id) });
}

function nameOfReceiver({ legs, parties }: Match, position: number): string {
  const leg = legs.find((one) => one.position === position);
  return parties.find(({ id }) => id === leg?.receiver_id)?.name ?? '';
}

function Record({ match, places }: Pick<FulfilmentsProps, 'match' | 'places'>) {
  const { today } = useMe();
  return (
    <Form
      op={recordFulfilment}
      mints="id"
      also={{ match_id: match.id }}
      initial={{ happened_on: today, position: '1' }}
      submit={m.wishes_fulfil_submit()}
      doneSays={m.wishes_fulfilled_done()}
    >
      {(typed) => (
        <>
          <SelectField
            name="position"
            label={m.wishes_label_leg()}
            required
            choices={match.legs.map(({ position }) => ({
              value: String(position),
              label: writeLeg(match, position),
            }))}
          />
          <DateField name="happened_on" label={m.wishes_label_happened_on()} required max={today} />
          {places.length > 0 && (
            <SelectField
              name="place_id"
              label={m.wishes_label_at_place()}
              hint={m.wishes_hint_at_place()}
              emptyLabel={m.wishes_no_place()}
              choices={places.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Checkbox name="returned" label={m.wishes_label_returned()} />
          {typeof typed.happened_on === 'string' && fiscalYearOf(typed.happened_on) < fiscalYearOf(today) && (
            <TextArea name="late_reason" label={m.wishes_label_late_reason()} rows={2} maxLength={500} />
          )}
        </>
      )}
    </Form>
  );
}

/** Nothing is deleted: it stays to be read, with the reason, and counts nowhere. */
function TakeBack({ fulfilment }: { fulfilment: string }) {
  return (
    <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
      <summary className="cursor-pointer py-2 text-std-16B-170">
        {m.wishes_fulfil_take_back_summary()}
      </summary>
      <div className="mt-4">
        <p className="mb-4">{m.wishes_fulfil_take_back_lead()}</p>
        <Form
          op={takeBackFulfilment}
          also={{ id: fulfilment }}
          submit={m.wishes_fulfil_take_back_submit()}
          doneSays={m.wishes_fulfil_taken_back_done()}
        >
          <TextArea
            name="reason"
            label={m.wishes_label_take_back_reason()}
            hint={m.wishes_hint_take_back_reason()}
            required
            rows={2}
            maxLength={500}
          />
        </Form>
      </div>
    </details>
  );
}

function Thanks({ fulfilment, happened, from }: { fulfilment: string; happened: string; from: string }) {
  const { today } = useMe();
  return (
    <Form
      op={writeThanks}
      mints="id"
      also={{ fulfilment_id: fulfilment }}
      initial={{ tells: 'them', agreed_by: from, agreed_on: today }}
      submit={m.wishes_thanks_submit()}
      doneSays={m.wishes_thanks_written()}
    >
      <TextArea
        name="words"
        label={m.wishes_label_thanks()}
        hint={m.wishes_hint_thanks()}
        required
        rows={2}
        maxLength={500}
      />
      <RadioGroup
        name="tells"
        label={m.wishes_label_tells()}
        inline
        choices={tellings.map((value) => ({ value, label: tellingWords[value]() }))}
      />
      <TextField
        name="agreed_by"
        label={m.wishes_label_agreed_by()}
        hint={m.wishes_hint_agreed_by()}
        required
        maxLength={60}
      />
      <DateField name="agreed_on" label={m.wishes_label_agreed_on()} required min={happened} max={today} />
    </Form>
  );
}
