import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { fiscalYearOf } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import {
  cancelMeeting,
  changeMeeting,
  confirmMinutes,
  draftMinutes,
  holdMeeting,
  type readMeeting,
} from '../../api.ts';
import { isAllowed } from '../../model.ts';
import { WhenFields } from './WhenFields.tsx';

type Meeting = OutputOf<typeof readMeeting>;
const rows = [0, 1, 2, 3, 4, 5, 6, 7];

/** What comes next for a meeting and its minutes: 予定 → 実施 → 記録案 → 確認済. */
export function MeetingSteps({ meeting }: { meeting: Meeting }) {
  const { id, state } = meeting;
  if (isAllowed('hold', state)) return <Planned meeting={meeting} />;
  if (isAllowed('draft', state))
    return (
      <Section heading={m.boards_step_next()}>
        <p>{m.boards_draft_lead()}</p>
        <Form op={draftMinutes} also={{ id }} submit={m.boards_minutes_draft_summary()}>
          <DateField name="next_on" label={m.boards_label_next()} hint={m.boards_hint_next()} />
        </Form>
      </Section>
    );
  if (isAllowed('confirm', state))
    return (
      <Section heading={m.boards_step_next()}>
        <p>{m.boards_confirm_lead()}</p>
        <p>
          <CommandButton op={confirmMinutes} input={{ id }} look="solid">
            {m.boards_minutes_confirm_summary()}
          </CommandButton>
        </p>
      </Section>
    );
  return null;
}

function Planned({ meeting }: { meeting: Meeting }) {
  const { id, version, held_on, from, until, place } = meeting;
  const { today } = useMe();
  return (
    <Section heading={m.boards_step_next()}>
      {held_on <= today ? (
        <>
          <p>{m.boards_hold_lead()}</p>
          <Form op={holdMeeting} also={{ id }} submit={m.boards_meeting_hold_summary()}>
            <div className="grid gap-4">
              {rows.map((n) => (
                <div key={n} className="flex flex-wrap gap-4">
                  <TextField
                    name={`attendance.${n}.belongs`}
                    label={m.boards_label_from_where({ n: n + 1 })}
                    maxLength={60}
                  />
                  <NumberField
                    name={`attendance.${n}.n`}
                    label={m.boards_label_people({ n: n + 1 })}
                    unit={m.boards_unit_people()}
                  />
                </div>
              ))}
            </div>
            <Checkbox name="photos_ok" label={m.boards_label_photos_ok()} />
            {fiscalYearOf(held_on) < fiscalYearOf(today) && (
              <TextArea name="late_reason" label={m.boards_label_late()} rows={2} maxLength={500} />
            )}
          </Form>
        </>
      ) : (
        <p>{m.boards_refused_early()}</p>
      )}
      <Folded summary={m.boards_meeting_change_summary()}>
        <div className="grid gap-6">
          <Form
            op={changeMeeting}
            also={{ id, version }}
            initial={{ held_on, from, ...(until ? { until } : {}), ...(place ? { place } : {}) }}
            submit={m.boards_submit()}
            doneSays={m.boards_saved()}
          >
            <WhenFields />
          </Form>
          <p>
            <CommandButton op={cancelMeeting} input={{ id }}>
              {m.boards_meeting_cancel_summary()}
            </CommandButton>
          </p>
        </div>
      </Folded>
    </Section>
  );
}
