import { useLoaderData } from 'react-router';
import type { CodeEntry } from '#domains/codes/model.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { addSurveyWave, bringValue, listSurveyWaves, readIndicator, setBaseline, setTarget } from '../api.ts';
import { DefineIndicator } from './shown/DefineIndicator.tsx';
import { loadWays } from './shown/load-ways.ts';
import { writeTarget, writeYear } from './shown/wording.ts';

type Page = OutputOf<typeof readIndicator> & OutputOf<typeof listSurveyWaves> & { ways: CodeEntry[] };

export async function loader(args: PageArgs): Promise<Page> {
  const options = { signal: args.request.signal };
  const named = { plan: partOf(args, 'code'), indicator: partOf(args, 'indicator') };
  const [page, { waves }, ways] = await Promise.all([
    call(readIndicator, named, options),
    call(listSurveyWaves, {}, options),
    loadWays(options),
  ]);
  return { ...page, waves, ways };
}

/** Target, baseline, values and definition of an indicator; everything that was written before stays. */
export function Component() {
  const page = useLoaderData<typeof loader>();
  const { plan, figure } = page;
  return (
    <>
      <PageHeader
        title={m.plan_edit_indicator_title({ indicator: figure.wording })}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: plan.name, to: `/plans/${plan.code}` },
          { label: figure.wording, to: `/plans/${plan.code}/indicators/${figure.code}` },
        ]}
        lead={m.plan_edit_indicator_lead()}
      />
      <Stated page={page} />
      {figure.source !== 'encounters' && <Values page={page} />}
      <DefineIndicator page={page} ways={page.ways} />
    </>
  );
}

function Stated({ page: { plan, figure } }: { page: Page }) {
  const also = { indicator_id: figure.indicator_id };
  const decimals = figure.decimals > 0;
  return (
    <>
      <Section heading={m.plan_set_target_summary()}>
        <Form
          op={setTarget}
          mints="id"
          also={also}
          initial={{ fiscal_year: plan.last_year }}
          submit={m.plan_save()}
          doneSays={m.plan_saved()}
        >
          <NumberField name="fiscal_year" label={m.plan_fiscal_year()} hint={m.plan_year_hint()} required />
          <NumberField
            name="value"
            label={m.plan_target()}
            hint={m.plan_target_now({ target: writeTarget(figure) })}
            unit={figure.unit}
            decimals={decimals}
            required
          />
          <TextArea name="note" label={m.plan_note()} rows={2} maxLength={500} />
        </Form>
      </Section>
      <Section heading={m.plan_set_baseline_summary()}>
        <Form
          op={setBaseline}
          mints="id"
          also={also}
          reshape={({ fiscal_year = null, value = null, note = null }) =>
            ({ fiscal_year, value, note }) as {
              fiscal_year: number | null;
              value: number | null;
              note: string | null;
            }
          }
          submit={m.plan_save()}
          doneSays={m.plan_saved()}
        >
          <NumberField name="fiscal_year" label={m.plan_fiscal_year()} hint={m.plan_baseline_hint()} />
          <NumberField name="value" label={m.plan_baseline()} unit={figure.unit} decimals={decimals} />
          <TextArea name="note" label={m.plan_note()} rows={2} maxLength={500} />
        </Form>
      </Section>
    </>
  );
}

function Values({ page: { figure, waves } }: { page: Page }) {
  const survey = figure.source === 'survey';
  const choices = waves.map(({ id, name, fiscal_year }) => ({
    value: id,
    label: m.plan_wave_of_year({ name, year: writeYear(fiscal_year) }),
  }));
  return (
    <>
      <Section heading={m.plan_bring_value_summary()}>
        <Form
          op={bringValue}
          mints="id"
          also={{ indicator_id: figure.indicator_id }}
          submit={m.plan_save()}
          doneSays={m.plan_saved()}
        >
          <NumberField name="fiscal_year" label={m.plan_fiscal_year()} hint={m.plan_year_hint()} required />
          <NumberField
            name="value"
            label={m.plan_value()}
            unit={figure.unit}
            decimals={figure.decimals > 0}
            required
          />
          {survey && (
            <>
              <SelectField name="wave_id" label={m.plan_wave()} required choices={choices} width="full" />
              <TextField name="question" label={m.plan_question()} width="full" maxLength={500} />
              <NumberField name="answered" label={m.plan_answered()} hint={m.plan_unknown_hint()} />
            </>
          )}
          <TextField
            name="source_note"
            label={m.plan_source_note()}
            hint={m.plan_source_hint()}
            width="full"
            maxLength={500}
          />
          <TextArea
            name="late_reason"
            label={m.plan_late_reason()}
            hint={m.plan_late_hint()}
            rows={2}
            maxLength={500}
          />
        </Form>
      </Section>
      {survey && (
        <Section heading={m.plan_add_wave_summary()}>
          <Form op={addSurveyWave} mints="id" submit={m.plan_add()} doneSays={m.plan_added()}>
            <TextField name="name" label={m.plan_wave_name()} required width="full" maxLength={100} />
            <NumberField name="fiscal_year" label={m.plan_fiscal_year()} hint={m.plan_year_hint()} required />
            <NumberField name="sent" label={m.plan_sent()} hint={m.plan_unknown_hint()} />
            <NumberField name="returned" label={m.plan_returned()} hint={m.plan_unknown_hint()} />
            <TextField
              name="method"
              label={m.plan_wave_method()}
              hint={m.plan_unknown_hint()}
              width="full"
              maxLength={500}
            />
            <Checkbox name="breaks" label={m.plan_breaks()} hint={m.plan_breaks_hint()} />
          </Form>
        </Section>
      )}
    </>
  );
}
