import { contactWords } from '#domains/visits/kinds.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { Round } from '../along.ts';

type Household = Round['households'][number];

/** The doors of the round: whom nobody has met this month first. No red, no dates that are over. */
export function Households(props: {
  readonly round: Round;
  readonly today: string;
  readonly open: (household: string) => void;
}) {
  const { round, today, open } = props;
  const isMet = ({ met_on, last }: Household) =>
    (met_on !== null && met_on >= round.month_began) || last?.visited_on === today;
  const parts = [
    { heading: m.field_not_met(), households: round.households.filter((one) => !isMet(one)) },
    { heading: m.field_met(), households: round.households.filter(isMet) },
  ];
  return (
    <>
      <h1 className="mb-4 text-std-28B-150">{m.field_round()}</h1>
      {round.households.length === 0 && <p className="text-std-20N-150">{m.field_round_empty()}</p>}
      {parts
        .filter(({ households }) => households.length > 0)
        .map(({ heading, households }) => (
          <section key={heading} className="mb-8">
            <h2 className="mb-2 text-std-20B-150">{heading}</h2>
            <ul className="grid gap-3">
              {households.map((one) => (
                <li key={one.household_id}>
                  <button
                    type="button"
                    onClick={() => open(one.household_id)}
                    className="w-full cursor-pointer rounded-12 border-2 border-solid-gray-536 px-4 py-4 text-left"
                  >
                    <span className="block text-std-24B-150">{one.name}</span>
                    {one.address && <span className="block text-std-17N-170">{one.address}</span>}
                    {one.away && <span className="block text-std-20B-150">{sayAway(one.away)}</span>}
                    <span className="block text-std-17N-170">{sayLast(one, today)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function sayAway({ until }: NonNullable<Household['away']>): string {
  return m.visits_absence_says({ until: formatDay(until) });
}

/** Of this year the day alone: a list is read at arm's length. */
function sayDay(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}` === today.slice(0, 4)
    ? m.field_day({ month: month ?? 0, date: date ?? 0 })
    : formatDay(day);
}

function sayLast({ last }: Household, today: string): string {
  if (!last) return m.field_household_never();
  if (last.own && last.visited_on === today) return m.field_household_today();
  return m.field_household_last({
    day: sayDay(last.visited_on, today),
    contact: contactWords[last.contact](),
  });
}
