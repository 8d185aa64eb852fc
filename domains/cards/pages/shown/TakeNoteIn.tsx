import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { listParticipants } from '#domains/wishes/api.ts';
import { ParticipantFields } from '#domains/wishes/pages/shown/ParticipantFields.tsx';
import { ParticipantPicker } from '#domains/wishes/pages/shown/ParticipantPicker.tsx';
import * as m from '#messages';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { type readWishNote, takeWishNoteIn } from '../../api.ts';

interface TakeNoteInProps {
  note: OutputOf<typeof readWishNote>;
  /** Who takes part and is called alike. */
  same: readonly { id: string; name: string }[];
  people: OutputOf<typeof listParticipants>;
  districts: readonly { id: string; name: string }[];
}

/** Whose wish it becomes: whose card it was, who is called alike, somebody looked for, or somebody new. */
export function TakeNoteIn({ note, same, people, districts }: TakeNoteInProps) {
  const navigate = useNavigate();
  const [ids] = useState(() => ({ wish_id: mintId(), offer_id: mintId() }));
  const [fresh] = useState(mintId);
  const done = ({ participant_id }: { participant_id: string }) =>
    navigate(`/participants/${participant_id}`, saying(m.cards_taken_done()));
  const { id, participant_id, participant_name, name, sort, district_id, reaching } = note;
  const likely = participant_id && participant_name ? [{ id: participant_id, name: participant_name }] : same;
  return (
    <Section heading={m.cards_take_in()}>
      <p className="mb-4">{m.cards_take_in_lead()}</p>
      {likely.length > 0 && (
        <Notice
          tone="info"
          title={participant_name ? m.cards_known_card({ name: participant_name }) : m.cards_known_same()}
        >
          <ul className="mt-2 grid gap-3">
            {likely.map((one) => (
              <li key={one.id}>
                <CommandButton
                  op={takeWishNoteIn}
                  input={{ id, participant_id: one.id, whose: 'known', ...ids }}
                  done={done}
                >
                  {m.cards_take_in_known({ name: one.name })}
                </CommandButton>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form
        op={takeWishNoteIn}
        also={{ id, ...ids }}
        initial={{
          whose: 'new',
          name: name ?? undefined,
          sort: sort ?? 'resident',
          district_id: district_id ?? undefined,
          reached: reaching ?? undefined,
        }}
        reshape={({ participant_id: chosen, ...typed }) => ({
          ...(typed as Partial<InputOf<typeof takeWishNoteIn>>),
          participant_id: typed.whose === 'known' ? (chosen as string) : fresh,
        })}
        submit={m.cards_take_in()}
        done={done}
      >
        {({ whose }) => (
          <>
            <RadioGroup
              name="whose"
              label={m.cards_label_whose()}
              inline
              choices={[
                { value: 'new', label: m.cards_whose_new() },
                { value: 'known', label: m.cards_whose_known() },
              ]}
            />
            {whose === 'known' ? (
              <ParticipantPicker
                name="participant_id"
                label={m.wishes_label_participant()}
                required
                first={people}
              />
            ) : (
              <ParticipantFields districts={districts} short />
            )}
          </>
        )}
      </Form>
    </Section>
  );
}
