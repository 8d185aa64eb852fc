import { closingWords } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { PassedWish } from '../../referral-api.ts';

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
        </li>
      ))}
    </ul>
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
