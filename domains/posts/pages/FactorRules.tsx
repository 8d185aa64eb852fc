import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { decideFactorRule, listFactorRules, type RuledRole } from '../api.ts';
import { roleWords, tightenedRoles } from '../model.ts';

/** Which roles want a second factor; administrators tighten it for volunteers' roles. */
export function loader({ request }: PageArgs) {
  return call(listFactorRules, {}, { signal: request.signal });
}

const columns: Column<RuledRole>[] = [
  { key: 'role', heading: m.posts_label_role(), value: ({ role }) => roleWords[role]() },
  {
    key: 'required',
    heading: m.posts_rules_required(),
    value: sayRule,
    cell: (rule) => <Badge tone={rule.required ? 'green' : 'neutral'}>{sayRule(rule)}</Badge>,
  },
  { key: 'posts', heading: m.posts_rules_posts(), value: ({ posts }) => posts, numeric: true },
  { key: 'without', heading: m.posts_rules_without(), value: ({ without }) => without, numeric: true },
  {
    key: 'decided',
    heading: m.posts_rules_decided(),
    value: ({ decided }) =>
      decided &&
      m.posts_rules_decided_line({
        at: formatInstant(decided.at),
        by: decided.by ?? '',
        reason: decided.reason,
      }),
  },
];

function sayRule({ built_in, required }: RuledRole): string {
  if (built_in) return m.posts_rules_always();
  return required ? m.posts_rules_yes() : m.posts_rules_no();
}

export function Component() {
  const { roles } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.posts_rules_title()} lead={m.posts_rules_lead()} />
      <DataTable
        caption={m.posts_rules_title()}
        columns={columns}
        rows={roles}
        rowKey={({ role }) => role}
        empty={{ says: m.posts_rules_empty() }}
      />
      <div className="mt-10">
        <Section heading={m.posts_rules_decide()}>
          <p>{m.posts_rules_decide_lead()}</p>
          <Form
            op={decideFactorRule}
            mints="id"
            submit={m.posts_rules_submit()}
            doneSays={m.posts_rules_done()}
          >
            <SelectField
              name="role"
              label={m.posts_label_role()}
              choices={tightenedRoles.map((role) => ({ value: role, label: roleWords[role]() }))}
              required
            />
            <RadioGroup
              name="required"
              label={m.posts_rules_required()}
              choices={[
                { value: 'yes', label: m.posts_rules_yes() },
                { value: 'no', label: m.posts_rules_no() },
              ]}
              required
            />
            <TextField name="reason" label={m.posts_label_reason()} width="full" required />
          </Form>
        </Section>
      </div>
    </>
  );
}
