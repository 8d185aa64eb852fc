import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { type listWhoWaited, tellingWays, tellingWayWords, tellWhoWaited } from '../../telling-api.ts';

type Waited = OutputOf<typeof listWhoWaited>['waited'][number];

/** Who waited for what was passed over: whoever still has to be told, with how they are reached, and who knows since when. */
export function WhoWaited({ waited, ofOne = false }: { waited: readonly Waited[]; ofOne?: boolean }) {
  if (waited.length === 0) return null;
  return (
    <Section heading={m.wishes_tell_title()}>
      <p>{m.wishes_tell_lead({ sentence: m.wishes_passed_over_sentence() })}</p>
      <ul className="mt-4 grid gap-4">
        {waited.map((one) => (
          <li
            key={one.match_id + one.participant_id}
            className="grid gap-3 rounded-8 border border-solid-gray-300 p-4"
          >
            {one.told_on && one.how ? (
              <p>
                {m.wishes_tell_told({
                  name: one.name,
                  day: formatDay(one.told_on),
                  how: tellingWayWords[one.how](),
                })}
              </p>
            ) : (
              <ToTell one={one} ofOne={ofOne} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ToTell({ one, ofOne }: { one: Waited; ofOne: boolean }) {
  const { today } = useMe();
  const { match_id, participant_id, name, reached, closed_on } = one;
  return (
    <>
      <p>
        <Link to={`/participants/${participant_id}`}>
          {m.wishes_tell_waits({ name, day: formatDay(closed_on) })}
        </Link>
        {!ofOne && (
          <>
            {m.wishes_apart()}
            <Link to={`/matches/${match_id}`}>{m.wishes_tell_open()}</Link>
          </>
        )}
      </p>
      {reached && <p>{m.wishes_tell_reached({ reached })}</p>}
      <div className="print:hidden">
        <Form
          op={tellWhoWaited}
          also={{ match_id, participant_id }}
          initial={{ told_on: today, how: 'phone' }}
          submit={m.wishes_tell_summary()}
          doneSays={m.wishes_tell_done()}
        >
          <DateField name="told_on" label={m.wishes_label_told_on()} required max={today} />
          <SelectField
            name="how"
            label={m.wishes_label_told_how()}
            required
            choices={tellingWays.map((value) => ({ value, label: tellingWayWords[value]() }))}
          />
        </Form>
      </div>
    </>
  );
}
