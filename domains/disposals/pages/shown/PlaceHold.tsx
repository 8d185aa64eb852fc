import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Section } from '#ui/Section.tsx';
import type { readClient } from '../../../cases/client-api.ts';
import type { listBodies, readHousehold } from '../../../parties/api.ts';
import type { readParticipant } from '../../../wishes/participant-api.ts';
import { placeHold } from '../../api.ts';
import { type HoldKind, holdWords } from '../../model.ts';

/** A household, or one person of it. */
export function HoldHousehold(props: { household: OutputOf<typeof readHousehold>; done: () => void }) {
  const { household, done } = props;
  const choices = [
    {
      value: household.id,
      label: m.disposals_hold_all_of({ name: household.name, number: household.number }),
    },
    ...household.members.map(({ id, name }) => ({ value: id, label: m.disposals_hold_only({ name }) })),
  ];
  return (
    <Section heading={m.disposals_hold_place()}>
      <Form
        op={placeHold}
        keeps
        mints="id"
        initial={{ subject_id: household.id }}
        reshape={({ subject_id, reason }) => ({
          subject_id: String(subject_id ?? ''),
          kind: kindFor(subject_id === household.id),
          reason: String(reason ?? ''),
        })}
        submit={m.disposals_hold_submit()}
        done={done}
      >
        <RadioGroup name="subject_id" label={m.disposals_label_what()} required choices={choices} />
        <HoldReason />
      </Form>
    </Section>
  );
}

function kindFor(whole: boolean): HoldKind {
  return whole ? 'household' : 'person';
}

/** A person at a window, with everything that is kept of that person. */
export function HoldClient(props: { person: OutputOf<typeof readClient>; done: () => void }) {
  const { person, done } = props;
  return (
    <Section heading={m.disposals_hold_place()}>
      <Form
        op={placeHold}
        keeps
        mints="id"
        also={{ kind: 'client', subject_id: person.id }}
        submit={m.disposals_hold_submit()}
        done={done}
      >
        <p>{person.name ?? person.called}</p>
        <p>{m.disposals_hold_client_all()}</p>
        <HoldReason />
      </Form>
    </Section>
  );
}

/** Somebody who takes part, with the wishes and matches. */
export function HoldParticipant(props: { participant: OutputOf<typeof readParticipant>; done: () => void }) {
  const { participant, done } = props;
  return (
    <Section heading={m.disposals_hold_place()}>
      <Form
        op={placeHold}
        keeps
        mints="id"
        also={{ kind: 'participant', subject_id: participant.id }}
        submit={m.disposals_hold_submit()}
        done={done}
      >
        <p>{participant.name}</p>
        <p>{m.disposals_hold_participant_all()}</p>
        <HoldReason />
      </Form>
    </Section>
  );
}

/** All that a body holds, or everything of a period. */
export function HoldTown({ bodies }: { bodies: OutputOf<typeof listBodies>['bodies'] }) {
  return (
    <Section heading={m.disposals_hold_place()}>
      <Form
        op={placeHold}
        keeps
        mints="id"
        submit={m.disposals_hold_submit()}
        doneSays={m.disposals_hold_done()}
      >
        {({ kind }) => (
          <>
            <RadioGroup
              name="kind"
              label={m.disposals_label_hold_kind()}
              required
              choices={(['body', 'period'] as const).map((value) => ({ value, label: holdWords[value]() }))}
            />
            {kind === 'body' && (
              <SelectField
                name="subject_id"
                label={m.disposals_label_whose()}
                required
                choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            {kind === 'period' && (
              <>
                <DateField
                  name="first_day"
                  label={m.disposals_label_first_day()}
                  hint={m.disposals_period_hint()}
                  required
                />
                <DateField name="last_day" label={m.disposals_label_last_day()} required />
              </>
            )}
            <HoldReason />
          </>
        )}
      </Form>
    </Section>
  );
}

function HoldReason() {
  return (
    <TextArea
      name="reason"
      label={m.disposals_label_reason()}
      hint={m.disposals_hold_hint()}
      required
      rows={2}
      maxLength={500}
    />
  );
}
