import { useNavigate } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { saying } from '#ui/saying.ts';
import { proposeMatch } from '../../match-api.ts';
import { decideMatchLeg, type readMatchProposal } from '../../proposal-api.ts';
import { HeedFirst, LegLines } from './LegLines.tsx';

export type ProposedLeg = OutputOf<typeof readMatchProposal>['legs'][number];

/** A pair or a ring of a proposal, with what has to be looked at first and what can be done with it. */
export function ProposedLegs({ proposal, legs }: { proposal: string; legs: readonly ProposedLeg[] }) {
  const decisions = new Set(legs.map(({ decision }) => decision));
  const [decision] = decisions.size === 1 ? decisions : [null];
  return (
    <>
      {legs.map((leg) => (
        <div key={leg.position} className="grid gap-1">
          <LegLines leg={leg} />
          {decisions.size > 1 && leg.decision && (
            <p>
              <Badge>{decisionWords[leg.decision]()}</Badge>
            </p>
          )}
        </div>
      ))}
      <HeedFirst legs={legs} needs={legs.flatMap(({ needs }) => needs)} />
      {decision && (
        <p>
          <Badge>{decisionWords[decision]()}</Badge>
        </p>
      )}
      {!decisions.has('asked') && (
        <Acts proposal={proposal} legs={legs} decided={legs.some((leg) => leg.decision !== null)} />
      )}
    </>
  );
}

const decisionWords = {
  kept: m.wishes_proposal_kept,
  left_out: m.wishes_proposal_left_out,
  asked: m.wishes_proposal_asked,
};

interface ActsProps {
  proposal: string;
  legs: readonly ProposedLeg[];
  decided: boolean;
}

function Acts({ proposal, legs, decided }: ActsProps) {
  const navigate = useNavigate();
  const position = legs[0]?.position ?? 0;
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      <CommandButton
        op={proposeMatch}
        input={{
          id: mintId(),
          proposal_id: proposal,
          legs: legs.map(({ offer, wish, reasons }) => ({ offer_id: offer.id, wish_id: wish.id, reasons })),
        }}
        done={({ id }) => navigate(`/matches/${id}`, saying(m.wishes_proposed()))}
      >
        {m.wishes_propose_submit()}
      </CommandButton>
      {decided ? (
        <CommandButton op={decideMatchLeg} input={{ id: proposal, position, decision: 'open' }}>
          {m.wishes_proposal_undo()}
        </CommandButton>
      ) : (
        <>
          <CommandButton op={decideMatchLeg} input={{ id: proposal, position, decision: 'kept' }}>
            {m.wishes_proposal_keep()}
          </CommandButton>
          <CommandButton op={decideMatchLeg} input={{ id: proposal, position, decision: 'left_out' }}>
            {m.wishes_proposal_leave_out()}
          </CommandButton>
        </>
      )}
    </div>
  );
}
