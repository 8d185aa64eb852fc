import { useLoaderData, useNavigate } from 'react-router';
import { roleWords } from '#domains/posts/model.ts';
import {
  type Channel,
  type Contact,
  channels,
  channelWords,
  contacts,
  contactWords,
} from '#domains/visits/kinds.ts';
import { visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import { formatDay, formatEraMonth } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { Checkbox, CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMayTry, useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listActivityRules, setActivityRule } from '../api.ts';
import { readBlocks } from '../line-fields.ts';
import { type ActivityRule, monthsBack, sayLine } from '../model.ts';
import { sayRule } from '../wording.ts';
import { RuleLines } from './shown/RuleLines.tsx';

export function loader({ request }: PageArgs) {
  return call(listActivityRules, {}, { signal: request.signal });
}

/** What a month's record counts: every version, and the next one from a month that has not begun. */
export function Component() {
  const { rules, usual } = useLoaderData<typeof loader>();
  const mayTry = useMayTry(setActivityRule);
  const [newest] = rules;
  const rule = newest?.rule ?? usual;
  const version = newest?.version ?? 0;
  return (
    <>
      <PageHeader
        title={m.activities_rules_title()}
        lead={m.activities_rules_lead()}
        trail={[{ label: m.activities_title(), to: '/activities' }]}
      />
      <Section heading={sayRule({ version, from_month: newest?.from_month ?? null })}>
        <DescriptionList items={describe(rule)} />
      </Section>
      {rules.length > 0 && (
        <Section heading={m.activities_rules_versions()}>
          <ul className="list-disc pl-6">
            {rules.map((one) => (
              <li key={one.id}>
                {m.activities_rules_version({
                  rule: sayRule(one),
                  note: one.note,
                  day: formatDay(one.written_on),
                  role: roleWords[one.author.role](),
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mayTry && (
        <Section heading={m.activities_set_rule_summary()}>
          <SetRule key={version} rule={rule} version={version} />
        </Section>
      )}
    </>
  );
}

function describe(rule: ActivityRule) {
  const list = (words: readonly string[]) => words.join(m.activities_comma()) || m.activities_nobody();
  return [
    ...rule.blocks.map(({ wording, lines }) => ({ term: wording, value: list(lines.map(sayLine)) })),
    { term: m.activities_rule_hats(), value: list(rule.visits.hats.map((hat) => roleWords[hat]())) },
    {
      term: m.activities_rule_channels(),
      value: list(rule.visits.channels.map((one) => channelWords[one]())),
    },
    {
      term: m.activities_rule_contacts(),
      value: list(rule.visits.contacts.map((one) => contactWords[one]())),
    },
    {
      term: m.activities_rule_companions(),
      value: rule.visits.companions ? m.activities_yes() : m.activities_no(),
    },
    {
      term: m.activities_rule_not_for_child(),
      value: list(
        rule.blocks
          .flatMap(({ lines }) => lines)
          .filter(({ code }) => rule.not_for_child.includes(code))
          .map(sayLine),
      ),
    },
  ];
}

function SetRule({ rule, version }: { rule: ActivityRule; version: number }) {
  const { today } = useMe();
  const navigate = useNavigate();
  // The months to come: a rule never reaches back.
  const coming = monthsBack(`${Number(today.slice(0, 4)) + 1}${today.slice(4)}`, 12).reverse();
  return (
    <Form
      op={setActivityRule}
      mints="id"
      also={{ after_version: version }}
      reshape={(typed) => readRuleTyped(typed, rule, version) as never}
      submit={m.activities_rule_set()}
      done={() => navigate('/activity-rules', { replace: true, ...saying(m.activities_rule_done()) })}
    >
      <SelectField
        name="from_month"
        label={m.activities_rule_from()}
        required
        choices={coming.map((month) => ({ value: month, label: formatEraMonth(month) }))}
      />
      <div className="grid gap-3">
        <p className="text-std-16B-170">{m.activities_rule_lines()}</p>
        {rule.blocks.map((block) => (
          <RuleLines key={block.code} block={block} />
        ))}
      </div>
      <CheckboxGroup
        name="hats"
        label={m.activities_rule_hats()}
        hint={m.activities_rule_hats_hint()}
        initial={rule.visits.hats}
        choices={visitingRoles.map((value) => ({ value, label: roleWords[value]() }))}
      />
      <CheckboxGroup<Channel>
        name="channels"
        label={m.activities_rule_channels()}
        initial={rule.visits.channels}
        choices={channels.map((value) => ({ value, label: channelWords[value]() }))}
      />
      <CheckboxGroup<Contact>
        name="contacts"
        label={m.activities_rule_contacts()}
        initial={rule.visits.contacts}
        choices={contacts.map((value) => ({ value, label: contactWords[value]() }))}
      />
      <Checkbox name="companions" label={m.activities_rule_companions()} initial={rule.visits.companions} />
      <CheckboxGroup
        name="not_for_child"
        label={m.activities_rule_not_for_child()}
        initial={rule.not_for_child}
        choices={rule.blocks.flatMap(({ lines }) =>
          lines.map((line) => ({ value: line.code, label: sayLine(line) })),
        )}
      />
      <TextArea name="note" label={m.activities_label_reason()} required rows={2} maxLength={500} />
    </Form>
  );
}

function readRuleTyped(typed: Typed, rule: ActivityRule, version: number) {
  const { equal, visits } = rule;
  const blocks = readBlocks(typed, rule, version + 1);
  const codes = blocks.flatMap(({ lines }) => lines.map(({ code }) => code));
  const { from_month, note, hats, channels: ways, contacts: results, companions, not_for_child } = typed;
  return {
    from_month,
    note,
    rule: {
      blocks,
      equal,
      visits: { line: visits.line, hats, channels: ways, contacts: results, companions: companions === true },
      not_for_child: Array.isArray(not_for_child) ? not_for_child.filter((code) => codes.includes(code)) : [],
    },
  };
}
