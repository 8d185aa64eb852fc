import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Section } from '#ui/Section.tsx';
import { keptHindranceWords } from '../../hindrance.ts';
import { decideMatchLeg } from '../../proposal-api.ts';
import { LegLines } from './LegLines.tsx';
import type { ProposedLeg } from './ProposedLegs.tsx';

interface CarriedLegsProps {
  proposal: string;
  legs: readonly ProposedLeg[];
}

/** What earlier proposals decided and is not in this one: what could not be kept, with the reason, and what was left out. */
export function CarriedLegs({ proposal, legs }: CarriedLegsProps) {
  const lost = legs.filter(({ hindrance, decision }) => hindrance !== null && decision === 'kept');
  const out = legs.filter(({ hindrance }) => hindrance === null);
  return (
    <>
      {lost.length > 0 && (
        <Section heading={m.wishes_proposal_lost_title()}>
          <p>{m.wishes_proposal_lost_lead()}</p>
          <ul className="grid gap-4">
            {lost.map((leg) => (
              <li key={leg.position} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
                <div className="grid gap-1">
                  <LegLines leg={leg} />
                  {leg.hindrance && (
                    <p>{m.wishes_proposal_lost_why({ why: keptHindranceWords[leg.hindrance]() })}</p>
                  )}
                </div>
                <Decide proposal={proposal} leg={leg} decision="open">
                  {m.wishes_proposal_no_longer_kept()}
                </Decide>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {out.length > 0 && (
        <Section heading={m.wishes_proposal_out_title()}>
          <p>{m.wishes_proposal_out_lead()}</p>
          <ul className="grid gap-4">
            {out.map((leg) => (
              <li key={leg.position} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
                <div className="grid gap-1">
                  <LegLines leg={leg} />
                  {leg.decision === null && (
                    <p>
                      <Badge>{m.wishes_proposal_taken_back()}</Badge>
                    </p>
                  )}
                </div>
                {leg.decision === null ? (
                  <Decide proposal={proposal} leg={leg} decision="left_out">
                    {m.wishes_proposal_leave_out()}
                  </Decide>
                ) : (
                  <Decide proposal={proposal} leg={leg} decision="open">
                    {m.wishes_proposal_take_back()}
                  </Decide>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface DecideProps {
  proposal: string;
  leg: ProposedLeg;
  decision: 'open' | 'left_out';
  children: string;
}

function Decide({ proposal, leg, decision, children }: DecideProps) {
  return (
    <p className="print:hidden">
      <CommandButton op={decideMatchLeg} input={{ id: proposal, position: leg.position, decision }}>
        {children}
      </CommandButton>
    </p>
  );
}
