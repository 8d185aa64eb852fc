import { useState } from 'react';
import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readFoodGiving, withdrawFoodGiving } from '../api.ts';
import { Introduce } from './shown/Introduce.tsx';

type Giving = OutputOf<typeof readFoodGiving>;

export function loader(args: PageArgs) {
  return call(readFoodGiving, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One giving: to how many, what, and back to the lots and who gave them; who would like to be introduced. */
export function Component() {
  const giving = useLoaderData<typeof loader>();
  const [receipt, setReceipt] = useState<string>();
  const { id, place_id, place_name, held_on, withdrawn_why, sees_names, people_named } = giving;
  return (
    <>
      <PageHeader
        title={m.food_giving_title({ day: formatDay(held_on) })}
        trail={[
          { label: m.food_title(), to: '/food' },
          { label: place_name, to: `/places/${place_id}/food` },
        ]}
      />
      {withdrawn_why !== null && (
        <Notice tone="warning">{m.food_withdrawn_notice({ why: withdrawn_why })}</Notice>
      )}
      <DescriptionList items={factsOf(giving)} />
      <Section heading={m.food_giving_lots()}>
        <ul className="grid gap-2">
          {giving.lots.map((one) => (
            <li key={one.lot_id} className="flex flex-wrap items-center gap-2">
              <Link to={`/food-lots/${one.lot_id}`}>{one.what}</Link>
              <span>{lotLine(one)}</span>
              {one.recalled && <Badge tone="red">{m.food_state_recalled()}</Badge>}
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={m.food_giving_people()}>
        {sees_names ? (
          people_named.length === 0 ? (
            <p>{m.food_giving_people_none()}</p>
          ) : (
            <ul className="grid gap-2">
              {people_named.map((one) => (
                <li key={one.guest_id}>{m.food_person_line({ name: one.name, phone: one.phone ?? '' })}</li>
              ))}
            </ul>
          )
        ) : (
          <p>{m.food_names_stay()}</p>
        )}
      </Section>
      {sees_names && withdrawn_why === null && (
        <Section heading={m.food_introduce_title()}>
          <p className="max-w-176">{m.food_introduce_lead()}</p>
          {giving.introductions.length > 0 && (
            <ul className="grid gap-2">
              {giving.introductions.map((one) => (
                <li key={one.id}>
                  {m.food_introduced_line({
                    name: one.name ?? m.food_nameless(),
                    window: one.window_name,
                    day: formatDay(one.agreed_on),
                  })}
                </li>
              ))}
            </ul>
          )}
          {receipt && <Notice tone="success">{m.food_introduced({ code: receipt })}</Notice>}
          <Introduce giving={giving} done={setReceipt} />
        </Section>
      )}
      {withdrawn_why === null && (
        <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
          <summary className="cursor-pointer py-2 text-std-16B-170">{m.food_withdraw_title()}</summary>
          <div className="mt-4">
            <Form
              op={withdrawFoodGiving}
              also={{ id }}
              submit={m.food_withdraw_submit()}
              doneSays={m.food_withdrawn_done()}
            >
              <TextField name="why" label={m.food_label_why()} required width="full" maxLength={200} />
            </Form>
          </div>
        </details>
      )}
    </>
  );
}

function factsOf({ households, people, named }: Giving) {
  return [
    { term: m.food_label_households(), value: m.food_households_n({ n: households }) },
    { term: m.food_label_people(), value: people === null ? null : m.food_people_n({ n: people }) },
    { term: m.food_label_named(), value: m.food_households_n({ n: named }) },
  ];
}

function lotLine(one: Giving['lots'][number]): string {
  return [
    m.food_amount({ n: one.quantity, unit: one.unit }),
    one.good_until && m.food_until_line({ day: formatDay(one.good_until) }),
    one.label_mark && m.food_mark_line({ mark: one.label_mark }),
    m.food_donor_line({ name: one.donor_name ?? m.food_donor_unknown() }),
    one.out_of_turn && m.food_out_of_turn_line({ why: one.out_of_turn }),
  ]
    .filter(Boolean)
    .join(m.food_between());
}
