import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { saying } from '#ui/saying.ts';
import { makeMatchProposal } from '../../proposal-api.ts';
import { ProposalUnderWay, type UnderWay } from './ProposalUnderWay.tsx';

interface MakeProposalProps {
  /** What the own office is having worked out already. */
  underWay: UnderWay | null;
  /** What is not chosen here: the district and the decisions of an earlier one. */
  also?: Partial<InputOf<typeof makeMatchProposal>>;
  submit: string;
  children?: ReactNode;
}

/** Has a proposal made, and shows how far it has come; it can be given up meanwhile. */
export function MakeProposal({ underWay, also = {}, submit, children }: MakeProposalProps) {
  const navigate = useNavigate();
  const [pressed, setPressed] = useState(false);
  return (
    <div className="grid gap-6">
      <div onSubmit={() => setPressed(true)}>
        <Form
          op={makeMatchProposal}
          mints="id"
          also={also}
          submit={submit}
          refused={() => setPressed(false)}
          done={({ id }) => navigate(`/match-proposals/${id}`, saying(m.wishes_proposal_made()))}
        >
          {children}
        </Form>
      </div>
      <ProposalUnderWay first={underWay} awaited={pressed} />
    </div>
  );
}
