import { channelWords, conditionWords, contactWords } from '#domains/visits/kinds.ts';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import type { ReadableCall } from '../along.ts';
import type { WaitingCall } from '../outbox.ts';
import { Press } from './Press.tsx';

/** One call that lies on the phone: what it says, and where the house could not take it, why and what can be done. */
export function HeldCall(props: {
  readonly held: WaitingCall & Partial<Pick<ReadableCall, 'visit'>>;
  readonly handOver: () => Promise<void>;
  readonly drop: () => Promise<void>;
}) {
  const { held, handOver, drop } = props;
  const { visit, trouble, made_at } = held;
  const letGo = () => {
    if (window.confirm(m.field_let_go_sure())) void drop();
  };
  return (
    <li className="rounded-12 border-2 border-solid-gray-536 p-4 text-std-20N-150">
      {visit ? (
        <>
          <span className="block text-std-20B-150">{visit.household_name}</span>
          <span className="block">{formatDay(visit.visited_on)}</span>
          {[
            contactWords[visit.contact](),
            channelWords[visit.channel](),
            ...(visit.condition && visit.condition !== 'usual' ? [conditionWords[visit.condition]()] : []),
          ].join(m.field_between())}
        </>
      ) : (
        <>
          <span className="block text-std-20B-150">
            {m.field_waiting_made({ at: formatInstant(made_at) })}
          </span>
          {m.field_waiting_unreadable()}
        </>
      )}
      {trouble !== null && (
        <>
          <p className="my-2 text-std-20B-150">
            {trouble === '' ? m.field_waiting_trouble_unknown() : m.field_waiting_trouble({ why: trouble })}
          </p>
          <p className="mb-3">{m.field_waiting_trouble_what()}</p>
          <div className="grid gap-3">
            <Press look="main" onPress={() => void handOver()}>
              {m.field_hand_over()}
            </Press>
            <Press look="grave" onPress={letGo}>
              {m.field_let_go()}
            </Press>
          </div>
        </>
      )}
    </li>
  );
}
