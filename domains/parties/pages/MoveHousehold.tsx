import { useLoaderData, useNavigate } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { closeHousehold, reopenHousehold } from '../api.ts';
import { closings, closingWords } from '../model.ts';
import { Leave } from './shown/Leave.tsx';
import { MoveForm } from './shown/MoveForm.tsx';
import { type Opened, openHousehold } from './shown/opened.ts';
import { PartHeader } from './shown/PartHeader.tsx';
import { WhereAllowed } from './shown/WhereAllowed.tsx';

export async function loader(args: PageArgs) {
  const [household, { districts }] = await Promise.all([
    openHousehold(args),
    call(listDistricts, {}, { signal: args.request.signal }),
  ]);
  return { household, districts };
}

/** A household moves, is no longer looked after here, or was closed by mistake. */
export function Component() {
  const { household, districts } = useLoaderData<typeof loader>();
  const isClosed = household.closed_on !== null;
  return (
    <>
      <PartHeader
        household={household}
        part={isClosed ? m.parties_reopen() : m.parties_move_or_close()}
        lead={isClosed ? m.parties_reopen_lead() : m.parties_move_lead()}
      />
      <WhereAllowed act={isClosed ? 'reopen' : 'move'} household={household}>
        {isClosed ? (
          <Reopen household={household} />
        ) : (
          <>
            <Section heading={m.parties_move()}>
              <MoveForm household={household} districts={districts} />
            </Section>
            <Section heading={m.parties_close()}>
              <Close household={household} />
            </Section>
          </>
        )}
      </WhereAllowed>
    </>
  );
}

function Close({ household: { id } }: { household: Opened }) {
  const navigate = useNavigate();
  const { today } = useMe();
  const back = `/households/${id}`;
  return (
    <Form
      op={closeHousehold}
      also={{ id }}
      initial={{ closed_on: today }}
      submit={m.parties_close_submit()}
      beside={<Leave to={back} />}
      done={() => navigate(back, saying(m.parties_close_done()))}
    >
      <p>{m.parties_close_says()}</p>
      <RadioGroup
        name="why"
        label={m.parties_why_closed()}
        required
        choices={closings.map((value) => ({ value, label: closingWords[value]() }))}
      />
      <DateField name="closed_on" label={m.parties_close_day()} required max={today} />
    </Form>
  );
}

function Reopen({ household: { id } }: { household: Opened }) {
  const navigate = useNavigate();
  const back = `/households/${id}`;
  return (
    <Form
      op={reopenHousehold}
      also={{ id }}
      submit={m.parties_reopen_submit()}
      beside={<Leave to={back} />}
      done={() => navigate(back, saying(m.parties_reopen_done()))}
    >
      <TextArea name="reason" label={m.parties_reopen_reason()} required rows={2} maxLength={500} />
    </Form>
  );
}
