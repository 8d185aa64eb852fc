import { useLoaderData, useNavigate } from 'react-router';
import { type Opened, openHousehold } from '#domains/parties/pages/shown/opened.ts';
import { PartHeader } from '#domains/parties/pages/shown/PartHeader.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { hearVisitWish, listVisitWishes } from '../api.ts';
import { channels, channelWords, wishIntervals, wishIntervalWords } from '../model.ts';
import { writeWish } from './shown/wish.ts';

export async function loader(args: PageArgs) {
  const household = await openHousehold(args);
  const { wishes } = await call(
    listVisitWishes,
    { household: household.id },
    { signal: args.request.signal },
  );
  return { household, wishes };
}

/** How a household wishes to be looked in on: what it said, and what it says now. */
export function Component() {
  const { household, wishes } = useLoaderData<typeof loader>();
  const [now, ...before] = wishes;
  return (
    <>
      <PartHeader household={household} part={m.visits_wish_title()} lead={m.visits_wish_lead()} />
      <p className="mb-8 text-std-18B-160">
        {writeWish(now ?? null)} {now && m.visits_wish_heard_on({ day: formatDay(now.heard_on) })}
      </p>
      <Hear household={household} />
      {before.length > 0 && (
        <Section heading={m.visits_wish_before()}>
          <ul className="grid gap-2">
            {before.map((wish, i) => (
              // The order is the server's and does not change under the reader.
              <li key={String(i)}>
                {writeWish(wish)} {m.visits_wish_heard_on({ day: formatDay(wish.heard_on) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Hear({ household: { id } }: { household: Opened }) {
  const navigate = useNavigate();
  const { today } = useMe();
  return (
    <Section heading={m.visits_wish_write()}>
      <Form
        op={hearVisitWish}
        also={{ household_id: id }}
        initial={{ heard_on: today }}
        submit={m.visits_wish_hear_summary()}
        done={() => navigate(`/households/${id}`, saying(m.visits_wish_saved()))}
      >
        {(typed) => (
          <>
            <RadioGroup
              name="every"
              label={m.visits_label_wish_every()}
              required
              choices={[
                ...wishIntervals.map((value) => ({ value, label: wishIntervalWords[value]() })),
                { value: 'not_wished', label: m.visits_wish_not_wished() },
              ]}
            />
            {typed.every !== 'not_wished' && (
              <SelectField
                name="channel"
                label={m.visits_label_wish_channel()}
                emptyLabel={m.visits_wish_any_channel()}
                choices={channels.map((value) => ({ value, label: channelWords[value]() }))}
              />
            )}
            <TextField name="words" label={m.visits_label_wish_words()} maxLength={200} width="full" />
            <DateField name="heard_on" label={m.visits_label_wish_on()} required max={today} />
          </>
        )}
      </Form>
    </Section>
  );
}
