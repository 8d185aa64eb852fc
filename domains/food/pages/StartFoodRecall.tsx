import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { saying } from '#ui/saying.ts';
import { listFoodLots, startFoodRecall } from '../api.ts';

export async function loader(args: PageArgs) {
  const { q = '', lot } = queryOf(args);
  const { lots } = await call(listFoodLots, { q, limit: 100 }, { signal: args.request.signal });
  return { lots, lot, q };
}

/** Starts a recall of the lots that bear this mark; what was found is ticked, and can be unticked. */
export function Component() {
  const { lots, lot, q } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const ticked = lot ? [lot] : q === '' ? [] : lots.map(({ id }) => id);
  return (
    <>
      <PageHeader
        title={m.food_recall_start()}
        lead={m.food_recall_start_lead()}
        trail={[
          { label: m.food_title(), to: '/food' },
          { label: m.food_recalls_title(), to: '/food-recalls' },
        ]}
      />
      <SearchForm label={m.food_lots_summary()}>
        <TextField name="q" label={m.food_label_lot_q()} type="search" />
      </SearchForm>
      <Form
        op={startFoodRecall}
        mints="id"
        initial={{ lots: ticked, title: q, advice: m.food_usual_advice() }}
        submit={m.food_recall_start_submit()}
        beside={
          <ButtonLink look="text" to="/food-recalls">
            {m.food_back()}
          </ButtonLink>
        }
        done={(recall) => navigate(`/food-recalls/${recall.id}`, saying(m.food_recall_started()))}
      >
        <CheckboxGroup
          name="lots"
          label={m.food_label_recall_lots()}
          required
          choices={lots.map((one) => ({
            value: one.id,
            label: m.food_recall_choice({
              what: one.what,
              until: one.good_until === null ? m.food_date_none() : formatDay(one.good_until),
              mark: one.label_mark ?? m.food_nothing_said(),
            }),
            hint: m.food_received_line({ day: formatDay(one.received_on), place: one.place_name ?? '' }),
          }))}
        />
        <TextField name="title" label={m.food_label_recall_title()} required width="full" maxLength={100} />
        <TextArea name="reason" label={m.food_label_recall_reason()} required rows={2} maxLength={500} />
        <TextField name="source" label={m.food_label_source()} hint={m.food_hint_source()} maxLength={100} />
        <TextArea name="advice" label={m.food_label_advice()} required rows={3} maxLength={500} />
      </Form>
    </>
  );
}
