import { decisionWords, lateWords } from '#domains/phones/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { LookedAt, ReadableCall } from '../along.ts';
import { Back } from './Back.tsx';
import { HeldCall } from './HeldCall.tsx';
import { Press } from './Press.tsx';

/** What is not a visit yet: what could not be taken and why, what lies on the phone until the house has it, and what somebody looks at. */
export function Waiting(props: {
  readonly waiting: readonly ReadableCall[];
  readonly lookedAt: readonly LookedAt[];
  readonly send: () => Promise<void>;
  readonly drop: (call: string) => Promise<void>;
  readonly handOver: (call: string) => Promise<void>;
  readonly back: () => void;
}) {
  const { waiting, lookedAt, send, drop, handOver, back } = props;
  const refused = waiting.filter(({ trouble }) => trouble !== null);
  const waits = waiting.filter(({ trouble }) => trouble === null);
  const list = (calls: readonly ReadableCall[]) => (
    <ul className="mb-6 grid gap-3">
      {calls.map((one) => (
        <HeldCall key={one.call} held={one} handOver={() => handOver(one.call)} drop={() => drop(one.call)} />
      ))}
    </ul>
  );
  return (
    <>
      <Back onPress={back} />
      <h1 className="mb-4 text-std-28B-150">{m.field_waiting_title()}</h1>
      {waiting.length === 0 && <p className="mb-6 text-std-20N-150">{m.field_waiting_none()}</p>}
      {refused.length > 0 && (
        <section className="mb-8">
          <h2 className="mb-2 text-std-24B-150">{m.field_refused({ n: refused.length })}</h2>
          {list(refused)}
        </section>
      )}
      {waits.length > 0 && (
        <section className="mb-4">
          <h2 className="mb-2 text-std-24B-150">{m.field_waiting({ n: waits.length })}</h2>
          <p className="mb-4 text-std-20N-150">{m.field_waiting_lead()}</p>
          {list(waits)}
        </section>
      )}
      {waiting.length > 0 && (
        <Press look={refused.length > 0 ? 'plain' : 'main'} onPress={send}>
          {refused.length > 0 ? m.field_send_again() : m.field_send()}
        </Press>
      )}
      {lookedAt.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2 text-std-24B-150">{m.field_looked_at()}</h2>
          <p className="mb-4 text-std-20N-150">{m.field_looked_at_lead()}</p>
          <ul className="grid gap-3">
            {lookedAt.map((one) => (
              <li key={one.id} className="rounded-12 border-2 border-solid-gray-536 p-4 text-std-20N-150">
                <span className="block text-std-20B-150">
                  {one.household_name ?? m.phones_household_unknown()}
                </span>
                {one.visited_on && <span className="block">{formatDay(one.visited_on)}</span>}
                <span className="block">{lateWords[one.why]()}</span>
                {sayDecision(one)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function sayDecision({ decision }: LookedAt): string {
  if (!decision) return m.field_looked_at_waits();
  return decision.reason === null
    ? decisionWords[decision.outcome]()
    : m.phones_decided_set_aside({ reason: decision.reason });
}
