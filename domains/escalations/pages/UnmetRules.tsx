import { Link, useLoaderData } from 'react-router';
import { writeName } from '#domains/visits/pages/shown/wording.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listUnmetRules, setUnmetRule, switchUnmet } from '../api.ts';
import { rules, ruleWords } from '../model.ts';

export function loader({ request }: PageArgs) {
  return call(listUnmetRules, {}, { signal: request.signal });
}

type Rule = OutputOf<typeof listUnmetRules>['rules'][number];

/** From when nobody being met is told: for everybody it is about to read, and to switch off. */
export function Component() {
  const { rules: held, quiet } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const sets = current?.role === 'council_officer' || current?.role === 'administrator';
  return (
    <>
      <PageHeader title={m.escalations_rules_title()} lead={m.escalations_rules_lead()} />
      <DataTable
        caption={m.escalations_rules_caption()}
        rows={held}
        rowKey={({ rule, district_id }) => `${rule} ${district_id}`}
        empty={{ says: m.escalations_rules_empty() }}
        columns={[
          { key: 'rule', heading: m.escalations_column_rule(), value: ({ rule }) => ruleWords[rule]() },
          { key: 'n', heading: m.escalations_column_n(), value: writeWhen },
          {
            key: 'where',
            heading: m.escalations_column_where(),
            value: ({ district_name }) =>
              district_name === null
                ? m.escalations_whole_town()
                : m.escalations_district({ district: district_name }),
          },
        ]}
      />
      {sets && <SetRule />}
      {current?.role !== 'administrator' && (
        <Section heading={m.escalations_quiet()}>
          <DataTable
            caption={m.escalations_quiet_caption()}
            rows={quiet}
            rowKey={({ household_id }) => household_id}
            empty={{ says: m.escalations_quiet_empty() }}
            columns={[
              {
                key: 'household',
                heading: m.escalations_column_household(),
                value: ({ household_name }) => writeName(household_name),
                cell: ({ household_id, household_name }) => (
                  <Link to={`/households/${household_id}`}>{writeName(household_name)}</Link>
                ),
              },
              { key: 'why', heading: m.escalations_column_why(), value: ({ why }) => why },
              {
                key: 'since',
                heading: m.escalations_column_since(),
                value: ({ since }) => formatDay(since),
                order: ({ since }) => since,
              },
              {
                key: 'on',
                heading: m.escalations_switch_on(),
                value: () => '',
                cell: ({ household_id }) => (
                  <CommandButton
                    op={switchUnmet}
                    input={{ household_id, quiet: false, why: m.escalations_switch_on_why() }}
                  >
                    {m.escalations_switch_on()}
                  </CommandButton>
                ),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function writeWhen({ rule, n }: Rule): string {
  if (n === null) return m.escalations_n_off();
  return rule === 'times' ? m.escalations_n_times({ n }) : m.escalations_n_days({ n });
}

function SetRule() {
  const { districts } = useMe();
  return (
    <Section heading={m.escalations_set_rule()}>
      <Form
        op={setUnmetRule}
        mints="id"
        submit={m.escalations_set_rule_summary()}
        doneSays={m.escalations_rule_saved()}
      >
        <RadioGroup
          name="rule"
          label={m.escalations_label_rule()}
          required
          inline
          choices={rules.map((value) => ({ value, label: ruleWords[value]() }))}
        />
        <NumberField name="n" label={m.escalations_label_n()} hint={m.escalations_hint_n()} />
        <SelectField
          name="district_id"
          label={m.escalations_label_district()}
          emptyLabel={m.escalations_whole_town()}
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </Section>
  );
}
