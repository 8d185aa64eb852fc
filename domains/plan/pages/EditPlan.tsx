import { useLoaderData } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { polarities } from '../achievement.ts';
import { addChallenge, addIndicator, addMeasure, addMeasureGroup, addWording, readPlan } from '../api.ts';
import { polarityWords, sources, sourceWords } from '../model.ts';

type PlanTree = OutputOf<typeof readPlan>;

export function loader(args: PageArgs) {
  return call(readPlan, { plan: partOf(args, 'code') }, { signal: args.request.signal });
}

/** What a plan is made of, one form for each kind of part. */
export function Component() {
  const tree = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.plan_edit_title({ plan: tree.name })}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: tree.name, to: `/plans/${tree.code}` },
        ]}
        lead={m.plan_edit_lead()}
      />
      <AddParts tree={tree} />
      <AddIndicator tree={tree} />
    </>
  );
}

function AddParts({ tree }: { tree: PlanTree }) {
  const also = { plan_id: tree.id };
  const nextNumber = (rows: readonly { number: number }[]) =>
    Math.max(0, ...rows.map(({ number }) => number)) + 1;
  const measures = tree.measures.map((measure) => ({ value: measure.id, label: m.plan_measure(measure) }));
  return (
    <>
      <Section heading={m.plan_add_challenge_summary()}>
        <Form
          op={addChallenge}
          mints="id"
          also={also}
          initial={{ number: nextNumber(tree.challenges) }}
          submit={m.plan_add()}
          doneSays={m.plan_added()}
        >
          <NumberField name="number" label={m.plan_number()} required />
          <TextField name="wording" label={m.plan_challenge_head()} required width="full" maxLength={300} />
        </Form>
      </Section>
      <Section heading={m.plan_add_group_summary()}>
        <Form
          op={addMeasureGroup}
          mints="id"
          also={also}
          initial={{ number: nextNumber(tree.groups) }}
          submit={m.plan_add()}
          doneSays={m.plan_added()}
        >
          <NumberField name="number" label={m.plan_number()} required />
          <TextField name="name" label={m.plan_group()} required width="full" maxLength={300} />
        </Form>
      </Section>
      <Section heading={m.plan_add_measure_summary()}>
        <Form
          op={addMeasure}
          mints="id"
          also={also}
          initial={{ number: nextNumber(tree.measures) }}
          submit={m.plan_add()}
          doneSays={m.plan_added()}
        >
          <NumberField name="number" label={m.plan_number()} required />
          <TextField name="name" label={m.plan_measure_head()} required width="full" maxLength={300} />
          <GroupField tree={tree} label={m.plan_group()} emptyLabel={m.plan_no_group()} />
        </Form>
      </Section>
      <Section heading={m.plan_add_wording_summary()}>
        <Form op={addWording} mints="id" submit={m.plan_add()} doneSays={m.plan_added()}>
          <SelectField
            name="measure_id"
            label={m.plan_measure_head()}
            required
            choices={measures}
            width="full"
          />
          <TextField
            name="place"
            label={m.plan_place()}
            hint={m.plan_place_hint()}
            required
            width="full"
            maxLength={300}
          />
          <TextField name="wording" label={m.plan_wording_there()} required width="full" maxLength={300} />
          <GroupField tree={tree} label={m.plan_group_there()} emptyLabel={m.plan_same_group()} />
        </Form>
      </Section>
    </>
  );
}

function AddIndicator({ tree }: { tree: PlanTree }) {
  return (
    <Section heading={m.plan_add_indicator_summary()}>
      <Form
        op={addIndicator}
        mints="id"
        also={{ plan_id: tree.id }}
        initial={{ number: 1, decimals: 0, polarity: 'up' }}
        submit={m.plan_add()}
        doneSays={m.plan_added_indicator()}
      >
        <TextField name="wording" label={m.plan_indicator()} required width="full" maxLength={300} />
        <TextField name="code" label={m.plan_code()} hint={m.plan_code_hint()} required maxLength={40} />
        <GroupField tree={tree} label={m.plan_group()} emptyLabel={m.plan_whole()} />
        <NumberField name="number" label={m.plan_number_in_group()} required />
        <TextField name="unit" label={m.plan_unit()} required width="short" maxLength={10} />
        <NumberField name="decimals" label={m.plan_decimals()} required />
        <RadioGroup
          name="polarity"
          label={m.plan_polarity()}
          required
          choices={polarities.map((value) => ({ value, label: polarityWords[value]() }))}
        />
        <RadioGroup
          name="source"
          label={m.plan_source()}
          required
          choices={sources.map((value) => ({ value, label: sourceWords[value]() }))}
        />
      </Form>
    </Section>
  );
}

function GroupField({ tree, label, emptyLabel }: { tree: PlanTree; label: string; emptyLabel: string }) {
  const choices = tree.groups.map(({ id, name }) => ({ value: id, label: name }));
  return <SelectField name="group_id" label={label} emptyLabel={emptyLabel} choices={choices} width="full" />;
}
