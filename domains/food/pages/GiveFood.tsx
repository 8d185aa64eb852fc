import { useLoaderData, useNavigate } from 'react-router';
import { listGuests } from '#domains/places/api.ts';
import * as m from '#messages';
import { fiscalYearOf } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { giveFood } from '../api.ts';
import { AskProposal, LotFields } from './shown/LotFields.tsx';
import { readWithProposal } from './shown/proposal.ts';

export async function loader(args: PageArgs) {
  const stock = await readWithProposal(args);
  const guests = stock.named
    ? (await call(listGuests, { id: stock.id, limit: 200 }, { signal: args.request.signal })).guests
    : [];
  return { ...stock, guests };
}

/** 手渡し: to how many households, what, and by name only who wishes it. */
export function Component() {
  const { id, name, named, lines, lots, missing, guests } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const initial: unknown = { held_on: today, lots };
  return (
    <>
      <PageHeader
        title={m.food_give_title()}
        lead={m.food_give_lead()}
        trail={[
          { label: m.food_title(), to: '/food' },
          { label: name, to: `/places/${id}/food` },
        ]}
      />
      <AskProposal lines={lines} />
      {missing > 0 && <Notice tone="warning">{m.food_missing({ n: missing })}</Notice>}
      <Form
        op={giveFood}
        mints="id"
        also={{ place_id: id }}
        initial={initial as Partial<InputOf<typeof giveFood>>}
        submit={m.food_give_submit()}
        beside={
          <ButtonLink look="text" to={`/places/${id}/food`}>
            {m.food_back()}
          </ButtonLink>
        }
        done={(giving) => navigate(`/food-givings/${giving.id}`, saying(m.food_given()))}
      >
        {(typed) => (
          <>
            <DateField name="held_on" label={m.food_label_held_on()} required max={today} />
            <NumberField
              name="households"
              label={m.food_label_households()}
              hint={m.food_hint_households()}
              required
              unit={m.food_unit_households()}
            />
            <NumberField name="people" label={m.food_label_people()} unit={m.food_unit_people()} />
            <LotFields lines={lines} />
            {guests.length > 0 && (
              <CheckboxGroup
                name="guests"
                label={m.food_label_guests()}
                hint={m.food_hint_guests()}
                choices={guests.map((one) => ({ value: one.id, label: one.name }))}
              />
            )}
            {named && (
              <TextArea
                name="others"
                label={m.food_label_others()}
                hint={m.food_hint_others()}
                rows={3}
                maxLength={2000}
              />
            )}
            {typeof typed.held_on === 'string' &&
              typed.held_on !== '' &&
              fiscalYearOf(typed.held_on) < fiscalYearOf(today) && (
                <TextArea name="late_reason" label={m.food_label_late()} rows={2} maxLength={500} />
              )}
          </>
        )}
      </Form>
    </>
  );
}
