import { ItemFields } from '#domains/items/pages/shown/ItemFields.tsx';
import * as m from '#messages';
import type { Day } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { useMe } from '#ui/me.ts';
import { recordVisit } from '../../api.ts';
import { choiceOfPost } from './colleagues.ts';
import type { Door } from './load-door.ts';
import { dayOf, LateReason, VisitFields } from './VisitFields.tsx';

/** What one says first, when it is not the usual: everything that is known by that is filled in. */
export const openings = ['absent', 'concern', 'alarm', 'full'] as const;
export type Opening = (typeof openings)[number];

type Begin = Partial<InputOf<typeof recordVisit>>;

const begins: Record<Opening, Begin> = {
  absent: { channel: 'face', contact: 'absent' },
  concern: { channel: 'face', contact: 'met', condition: 'concern' },
  // Whether there was an answer matters most here: it is asked, not assumed.
  alarm: { channel: 'face', condition: 'alarm' },
  full: { channel: 'face', contact: 'met' },
};

interface DoorFormProps {
  door: Door;
  opening: Opening;
  /** Whose visit it was; empty for the actor's own. */
  whose: string;
  /** Where one goes without recording. */
  back: string;
  done: (recorded: { id: string }) => void | Promise<void>;
}

/** くわしく書く: all that can be said of a visit. */
export function DoorForm({ door, opening, whose, back, done }: DoorFormProps) {
  const { today, current, finishing } = useMe();
  const lastDay: Day = finishing && current?.ends_on ? current.ends_on : today;
  const companions = door.colleagues.filter(({ id }) => id !== whose);
  return (
    <Form
      op={recordVisit}
      mints="id"
      also={{ household_id: door.household.id, ...(whose && { for_post: whose }) }}
      initial={{ visited_on: lastDay, ...begins[opening] }}
      submit={m.visits_record_submit()}
      beside={
        <ButtonLink look="text" to={back}>
          {m.visits_leave()}
        </ButtonLink>
      }
      done={done}
    >
      {(typed) => (
        <>
          <VisitFields typed={typed} lastDay={lastDay} duty={door.duty} />
          {companions.length > 0 && (
            <CheckboxGroup
              name="companions"
              label={m.visits_label_companions()}
              hint={m.visits_hint_companions()}
              choices={companions.map(choiceOfPost)}
              inline
            />
          )}
          <ItemFields items={door.items} from={dayOf(typed, lastDay)} byProxy={whose !== '' || finishing} />
          <LateReason typed={typed} />
        </>
      )}
    </Form>
  );
}
