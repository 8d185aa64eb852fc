import { Link, useNavigate } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { saying } from '#ui/saying.ts';
import { proposeMatch } from '../../match-api.ts';
import { reasonWords } from '../../model.ts';
import { decideMatchLeg, type readMatchProposal } from '../../proposal-api.ts';

type Leg = OutputOf<typeof readMatchProposal>['legs'][number];

/** A pair or a ring of a proposal, with what can be done with it. */
export function ProposedLegs({ proposal, legs }: { proposal: string; legs: readonly Leg[] }) {
  const decision = legs[0]?.decision ?? null;
  return (
    <>
      {legs.map(({ position, offer, wish, reasons }) => (
        <div key={position} className="grid gap-1">
          <p>
            <Link to={`/wishes/${offer.id}`}>
              {m.wishes_leg_offer({ name: offer.participant_name, words: offer.words })}
            </Link>
            {m.wishes_leg_arrow()}
            <Link to={`/wishes/${wish.id}`}>
              {m.wishes_leg_wish({ name: wish.participant_name, words: wish.words })}
            </Link>
          </p>
          <p>
            {m.wishes_leg_reasons({
              reasons: reasons.map((reason) => reasonWords[reason]()).join(m.wishes_and()),
            })}
          </p>
        </div>
      ))}
      {decision && (
        <p>
          <Badge>{decisionWords[decision]()}</Badge>
        </p>
      )}
      {decision !== 'asked' && <Acts proposal={proposal} legs={legs} decided={decision !== null} />}
    </>
  );
}

const decisionWords = {
  kept: m.wishes_proposal_kept,
  left_out: m.wishes_proposal_left_out,
  asked: m.wishes_proposal_asked,
};

function Acts({ proposal, legs, decided }: { proposal: string; legs: readonly Leg[]; decided: boolean }) {
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
