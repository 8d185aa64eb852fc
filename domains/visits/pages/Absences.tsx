import { useLoaderData, useNavigate } from 'react-router';
import { openHousehold } from '#domains/parties/pages/shown/opened.ts';
import { PartHeader } from '#domains/parties/pages/shown/PartHeader.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { useMe } from '#ui/me.ts';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listAbsences, takeAbsenceBack, tellAbsence } from '../api.ts';
import { absenceReasons, absenceWords } from '../model.ts';

export async function loader(args: PageArgs) {
  const household = await openHousehold(args);
  const { absences } = await call(listAbsences, { household: household.id }, { signal: args.request.signal });
  return { household, absences, id: mintId() };
}

type Absence = OutputOf<typeof listAbsences>['absences'][number];

/** When a household is away, told beforehand: what is known, and one press to take it back. */
export function Component() {
  const { household, absences, id } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { today } = useMe();
  const standing = absences.filter(({ stands }) => stands);
  const past = absences.filter(({ stands }) => !stands);
  return (
    <>
      <PartHeader household={household} part={m.visits_absence_title()} lead={m.visits_absence_lead()} />
      {standing.length === 0 && <p className="mb-8">{m.visits_absence_none()}</p>}
      <ul className="mb-8 grid gap-4 empty:hidden">
        {standing.map((one) => (
          <li key={one.id} className="grid justify-items-start gap-2">
            <p className="text-std-18B-160">{writeAbsence(one)}</p>
            <CommandButton op={takeAbsenceBack} input={{ id: one.id }}>
              {m.visits_absence_end()}
            </CommandButton>
          </li>
        ))}
      </ul>
      <Section heading={m.visits_absence_write()}>
        <Form
          op={tellAbsence}
          also={{ id, household_id: household.id }}
          initial={{ starts_on: today }}
          submit={m.visits_absence_tell_summary()}
          done={() => navigate(`/visits/new?household=${household.id}`, saying(m.visits_absence_saved()))}
        >
          <DateField name="starts_on" label={m.visits_absence_from()} required />
          <DateField name="ends_on" label={m.visits_absence_until()} required />
          <RadioGroup
            name="why"
            label={m.visits_absence_why()}
            required
            choices={absenceReasons.map((value) => ({ value, label: absenceWords[value]() }))}
          />
        </Form>
      </Section>
      {past.length > 0 && (
        <Section heading={m.visits_absence_past()}>
          <ul className="grid gap-2">
            {past.map((one) => (
              <li key={one.id}>
                {writeAbsence(one)}
                {one.taken_back && m.visits_absence_ended()}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function writeAbsence({ starts_on, ends_on, why }: Absence): string {
  return m.visits_absence_range({
    from: formatDay(starts_on),
    until: formatDay(ends_on),
    why: absenceWords[why](),
  });
}
