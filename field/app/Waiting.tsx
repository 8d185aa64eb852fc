import { contactWords } from '#domains/visits/kinds.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { ReadableCall } from '../along.ts';
import { Back } from './Back.tsx';
import { Press } from './Press.tsx';

/** What lies on the phone until the house has it; what the house could not do, and the choice what to do about it. */
export function Waiting(props: {
  readonly waiting: readonly ReadableCall[];
  readonly send: () => Promise<void>;
  readonly drop: (call: string) => Promise<void>;
  readonly handOver: (one: ReadableCall) => Promise<void>;
  readonly back: () => void;
}) {
  const { waiting, send, drop, handOver, back } = props;
  const letGo = (call: string) => {
    if (window.confirm(m.field_let_go_sure())) void drop(call);
  };
  return (
    <>
      <Back onPress={back} />
      <h1 className="mb-4 text-std-28B-150">{m.field_waiting_title()}</h1>
      {waiting.length === 0 ? (
        <p className="text-std-20N-150">{m.field_waiting_none()}</p>
      ) : (
        <>
          <p className="mb-4 text-std-20N-150">{m.field_waiting_lead()}</p>
          <ul className="mb-6 grid gap-3">
            {waiting.map((one) => (
              <li key={one.call} className="rounded-12 border-2 border-solid-gray-536 p-4 text-std-20N-150">
                {one.visit ? (
                  <>
                    <span className="block text-std-20B-150">{one.visit.household_name}</span>
                    {formatDay(one.visit.visited_on)} {contactWords[one.visit.contact]()}
                  </>
                ) : (
                  m.field_waiting_unreadable()
                )}
                {one.trouble !== null && (
                  <>
                    <p className="my-2 text-error-2">
                      {one.trouble === ''
                        ? m.field_waiting_trouble_unknown()
                        : m.field_waiting_trouble({ why: one.trouble })}
                    </p>
                    <div className="grid gap-3">
                      <Press onPress={() => void handOver(one)}>{m.field_hand_over()}</Press>
                      <Press look="grave" onPress={() => letGo(one.call)}>
                        {m.field_let_go()}
                      </Press>
                    </div>
                  </>
                )}
              </li>
            ))}
          </ul>
          <Press look="main" onPress={send}>
            {waiting.some(({ trouble }) => trouble !== null) ? m.field_send_again() : m.field_send()}
          </Press>
        </>
      )}
    </>
  );
}
