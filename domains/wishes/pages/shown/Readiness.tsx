import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { type Need, needWords, personalNeeds } from '../../model.ts';
import type { readParticipant } from '../../participant-api.ts';
import { type listRoleNeeds, recordReadiness } from '../../proposal-api.ts';
import { labelOfTag } from '../../words/list-tags.ts';

interface ReadinessProps {
  participant: OutputOf<typeof readParticipant>;
  /** What roles ask for today. */
  roles: OutputOf<typeof listRoleNeeds>['roles'];
}

/** What somebody has met of what roles ask for, for which of them, who confirmed it, and until when. */
export function Readiness({ participant: { id, readiness }, roles }: ReadinessProps) {
  const { today } = useMe();
  const asking = roles.filter((role) => role.needs.some(isPersonal));
  return (
    <Section heading={m.wishes_readiness_title()}>
      {readiness.length === 0 && <p>{m.wishes_readiness_none()}</p>}
      <ul className="my-4 grid gap-2 empty:hidden">
        {readiness.map((one) => (
          <li key={one.id}>{writeReadiness(one, today)}</li>
        ))}
      </ul>
      {asking.length === 0 ? (
        <p>
          {m.wishes_readiness_no_roles()} <Link to="/role-needs">{m.wishes_readiness_decide()}</Link>
        </p>
      ) : (
        <Form
          op={recordReadiness}
          mints="id"
          also={{ participant_id: id }}
          initial={{ met_on: today }}
          submit={m.wishes_readiness_summary()}
          doneSays={m.wishes_readiness_done()}
        >
          <CheckboxGroup
            name="tags"
            label={m.wishes_label_roles()}
            hint={m.wishes_hint_roles()}
            required
            choices={asking.map((role) => ({
              value: role.tag,
              label: m.wishes_role_lacks({
                role: labelOfTag(role.tag),
                needs: role.needs.map((need) => needWords[need]()).join(m.wishes_and()),
              }),
            }))}
          />
          <SelectField
            name="need"
            label={m.wishes_label_need()}
            required
            emptyLabel={m.wishes_choose_tag()}
            choices={personalNeeds.map((value) => ({ value, label: needWords[value]() }))}
          />
          <TextField
            name="vouched_by"
            label={m.wishes_label_vouched_by()}
            hint={m.wishes_hint_vouched_by()}
            required
          />
          <DateField name="met_on" label={m.wishes_label_met_on()} required max={today} />
          <DateField name="until" label={m.wishes_label_valid_until()} />
          <TextField name="words" label={m.wishes_label_readiness_words()} />
        </Form>
      )}
    </Section>
  );
}

type Met = OutputOf<typeof readParticipant>['readiness'][number];

function writeReadiness({ need, tags, vouched_by, met_on, until, words }: Met, today: string): string {
  const roles = tags.map(labelOfTag).join(m.wishes_and());
  return [
    tags.length > 0 ? m.wishes_readiness_for({ roles }) : m.wishes_readiness_no_role(),
    m.wishes_readiness_line({ need: needWords[need](), day: formatDay(met_on) }),
    vouched_by && m.wishes_readiness_confirmed({ who: vouched_by }),
    until &&
      (until < today
        ? m.wishes_readiness_over({ day: formatDay(until) })
        : m.wishes_readiness_until({ day: formatDay(until) })),
    words,
  ]
    .filter((word) => word)
    .join(m.wishes_apart());
}

function isPersonal(need: Need): boolean {
  return personalNeeds.some((one) => one === need);
}
