import type { CodeEntry } from '#domains/codes/model.ts';
import { sources as countedFrom, type Kind, kinds, kindWords } from '#domains/encounters/model.ts';
import { type Role, roleWords } from '#domains/posts/model.ts';
import { channels, contacts, contactWords, visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import { fiscalYearOf } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { defineIndicator } from '../../api.ts';
import type { Source } from '../../model.ts';
import { periodKinds, periodWords, type Rule } from '../../rule.ts';
import type { IndicatorPage } from '../Indicator.tsx';
import { writeChannel } from './wording.ts';

type Input = InputOf<typeof defineIndicator>;

interface DefineIndicatorProps {
  page: IndicatorPage;
  /** The town's lists of ways. */
  ways: readonly CodeEntry[];
}

/** The next version of a definition: what is counted as data, and the same in a sentence for people. */
export function DefineIndicator({ page: { figure, definitions }, ways }: DefineIndicatorProps) {
  const { today } = useMe();
  const newest = definitions[0];
  return (
    <Section heading={m.plan_define_summary()}>
      <p>{m.plan_define_lead()}</p>
      <Form
        op={defineIndicator}
        also={{ indicator_id: figure.indicator_id, after_version: newest?.version ?? 0 }}
        initial={{
          first_year: fiscalYearOf(today),
          wording: newest?.wording ?? '',
          ...(newest && { rule: newest.rule }),
        }}
        reshape={(typed) => readDefinition(typed, figure.source)}
        submit={m.plan_define_submit({ version: (newest?.version ?? 0) + 1 })}
        doneSays={m.plan_saved()}
      >
        <NumberField name="first_year" label={m.plan_define_from()} hint={m.plan_year_hint()} required />
        {figure.source === 'encounters' && <CountFields ways={ways} />}
        {figure.source === 'survey' && <ShareFields rule={newest?.rule} />}
        {(figure.source === 'statistic' || figure.source === 'typed') && (
          <RadioGroup
            name="rule.period"
            label={m.plan_period()}
            required
            choices={periodKinds.map((value) => ({ value, label: periodWords[value]() }))}
          />
        )}
        <TextArea name="wording" label={m.plan_definition_wording()} required rows={5} maxLength={1000} />
      </Form>
    </Section>
  );
}

/** The roles under which anything is recorded that counts. */
const recordingRoles: readonly Role[] = [...visitingRoles, 'intake_worker'];

function CountFields({ ways }: Pick<DefineIndicatorProps, 'ways'>) {
  const { today } = useMe();
  const open = m.plan_rule_open_hint();
  return (
    <>
      <CheckboxGroup
        name="rule.kinds"
        label={m.plan_rule_kinds()}
        required
        choices={kinds.map((value) => ({ value, label: kindWords[value]() }))}
      />
      <CheckboxGroup
        name="rule.roles"
        label={m.plan_rule_roles()}
        hint={open}
        choices={recordingRoles.map((value) => ({ value, label: roleWords[value]() }))}
      />
      <CheckboxGroup
        name="rule.channels"
        label={m.plan_rule_channels()}
        hint={open}
        choices={[...new Set([...channels, ...ways.map(({ code }) => code)])].map((value) => ({
          value,
          label: writeChannel(value, ways, today),
        }))}
      />
      <CheckboxGroup
        name="rule.contacts"
        label={m.plan_rule_contacts()}
        hint={m.plan_rule_contacts_hint()}
        choices={contacts.map((value) => ({ value, label: contactWords[value]() }))}
      />
      <CheckboxGroup
        name="rule.sources"
        label={m.plan_rule_sources()}
        required
        choices={countedFrom.map((value) => ({ value, label: sourceOf[value]() }))}
      />
    </>
  );
}

const sourceOf = { single: m.plan_rule_single, sheet: m.plan_rule_sheet };

function ShareFields({ rule }: { rule: Rule | undefined }) {
  const answers = rule?.counts === 'survey' ? rule.answers.join('\n') : '';
  return (
    <>
      <TextArea
        name="answers"
        label={m.plan_rule_answers()}
        hint={m.plan_rule_answers_hint()}
        initial={answers}
        rows={3}
      />
      <RadioGroup
        name="rule.no_answer"
        label={m.plan_rule_no_answer()}
        required
        choices={[
          { value: 'in_base', label: m.plan_rule_in_base() },
          { value: 'out_of_base', label: m.plan_rule_out_of_base() },
          { value: 'unknown', label: m.plan_unknown() },
        ]}
      />
    </>
  );
}

/** The typed fields as an input; an empty choice of roles or channels leaves them open. */
function readDefinition(typed: Typed, source: Source): Partial<Input> {
  return {
    first_year: typed.first_year as number,
    wording: typed.wording as string,
    rule: readRule(typed, source),
  };
}

function readRule(typed: Typed, source: Source): Input['rule'] {
  const listOf = <Value extends string>(name: string) => (typed[name] ?? []) as Value[];
  const orOpen = <Value extends string>(list: Value[]) => (list.length === 0 ? null : list);
  switch (source) {
    case 'encounters':
      return {
        counts: source,
        period: 'fiscal_year',
        kinds: listOf<Kind>('rule.kinds'),
        roles: orOpen(listOf<Role>('rule.roles')),
        channels: orOpen(listOf('rule.channels')),
        contacts: orOpen(listOf('rule.contacts')),
        sources: listOf<'single' | 'sheet'>('rule.sources'),
        distinct: 'events',
      };
    case 'survey':
      return {
        counts: source,
        period: 'point',
        answers: String(typed.answers ?? '')
          .split('\n')
          .map((answer) => answer.trim())
          .filter((answer) => answer !== ''),
        no_answer: typed['rule.no_answer'] as 'unknown',
      };
    default:
      return { counts: source, period: typed['rule.period'] as 'fiscal_year' };
  }
}
