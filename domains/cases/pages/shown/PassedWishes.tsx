import { closingWords } from '#domains/wishes/model.ts';
import { ConcernFields, usualHours } from '#domains/wishes/pages/shown/ConcernFields.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Form } from '#ui/Form/Form.tsx';
import { type PassedWish, raiseConcernAtWindow } from '../../referral-api.ts';

interface PassedWishesProps {
  wishes: readonly (PassedWish & { client_name?: string | null })[];
}

/** What was passed on, and what became of it as far as the consent lets the window hear. */
export function PassedWishes({ wishes }: PassedWishesProps) {
  return (
    <ul className="grid gap-3">
      {wishes.map((one) => (
        <li key={one.id} className="grid gap-1">
          <span>
            {one.client_name && m.cases_referral_of({ name: one.client_name })}
            {m.cases_referral_line({
              day: formatDay(one.passed_on),
              receiver: one.receiver_name,
              words: one.words,
            })}
          </span>
          <span>{writeHeard(one)}</span>
          {one.open && one.heard && <Worry referral={one.id} />}
        </li>
      ))}
    </ul>
  );
}

/** Somebody whose wish was passed on may not be safe; folded, as it is rarely needed. */
function Worry({ referral }: { referral: string }) {
  return (
    <details className="mt-2 rounded-8 border border-solid-gray-300 p-4 print:hidden">
      <summary className="cursor-pointer py-2 text-std-16B-170">{m.cases_referral_concern_summary()}</summary>
      <div className="mt-4">
        <p>{m.cases_referral_concern_lead()}</p>
        <Form
          op={raiseConcernAtWindow}
          mints="id"
          also={{ referral_id: referral }}
          initial={usualHours}
          submit={m.cases_referral_concern_submit()}
          doneSays={m.cases_referral_concern_raised()}
        >
          <ConcernFields />
        </Form>
      </div>
    </details>
  );
}

function writeHeard({ open, heard }: PassedWish): string {
  if (!open) return m.cases_referral_closed();
  if (!heard) return m.cases_referral_heard_waiting();
  const { taken_on, came_true, closed_on, closed_why } = heard;
  return [
    m.cases_referral_heard_taken({ day: formatDay(taken_on) }),
    ...(came_true.length > 0
      ? [m.cases_referral_heard_true({ days: came_true.map(formatDay).join(m.cases_join()) })]
      : []),
    ...(closed_on && closed_why
      ? [m.cases_referral_heard_closed({ day: formatDay(closed_on), why: closingWords[closed_why]() })]
      : []),
  ].join(m.cases_join());
}
