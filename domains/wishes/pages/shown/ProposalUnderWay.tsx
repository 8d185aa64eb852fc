import { useEffect, useRef, useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { Notice } from '#ui/Notice.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { phaseWords } from '../../proposal/work-phases.ts';
import { cancelMatchProposal, readMatchProposal, readProposalUnderWay } from '../../proposal-api.ts';

export type UnderWay = NonNullable<OutputOf<typeof readProposalUnderWay>['under_way']>;

/** What came of a proposal that nobody on this page waits for: its page, or that there is none. */
type Outcome = { readonly made: string } | 'nothing';

/** Asked for twice a second while one is made. */
const everyMs = 500;

interface ProposalUnderWayProps {
  first: UnderWay | null;
  /** The form beside it waits for the answer and says itself what came of it. */
  awaited: boolean;
}

/** How far a proposal of the own office has come, with a button that ends it. It is found again after a reload. */
export function ProposalUnderWay({ first, awaited }: ProposalUnderWayProps) {
  const { revalidate } = useRevalidator();
  const [work, setWork] = useState(first);
  const [outcome, setOutcome] = useState<Outcome>();
  const here = useRef<HTMLDivElement>(null);
  const ownForm = useRef(false);
  if (awaited) ownForm.current = true;
  const watching = awaited || work !== null;
  const before = work?.id;

  useEffect(() => {
    if (!watching) return;
    const control = new AbortController();
    const { signal } = control;
    async function ask() {
      const { under_way } = await call(readProposalUnderWay, {}, { signal });
      setWork(under_way);
      if (under_way || !before || ownForm.current) return;
      setOutcome(
        await call(readMatchProposal, { id: before }).then(
          () => ({ made: before }),
          () => 'nothing' as const,
        ),
      );
      await revalidate();
    }
    // The connection may come back; the next question is asked all the same.
    const timer = setInterval(() => ask().catch(() => undefined), everyMs);
    return () => {
      clearInterval(timer);
      control.abort();
    };
  }, [watching, before, revalidate]);

  useEffect(() => {
    if (outcome && document.activeElement === document.body) here.current?.focus();
  }, [outcome]);

  return (
    <div ref={here} tabIndex={-1} className="grid gap-4 empty:hidden">
      {work && (
        <>
          <ProgressBar
            label={m.wishes_proposal_under_way({
              place: work.district_name ?? m.wishes_whole_town(),
              phase: phaseWords[work.phase](),
            })}
            value={work.percent}
          />
          <p>{m.wishes_proposal_under_way_lead()}</p>
          <CommandButton op={cancelMatchProposal} input={{ id: work.id }} done={() => undefined}>
            {m.wishes_proposal_cancel()}
          </CommandButton>
        </>
      )}
      {!work && outcome && <Outcome outcome={outcome} />}
    </div>
  );
}

function Outcome({ outcome }: { outcome: Outcome }) {
  if (outcome === 'nothing') return <Notice tone="info">{m.wishes_proposal_ended()}</Notice>;
  return (
    <Notice tone="success">
      <Link to={`/match-proposals/${outcome.made}`}>{m.wishes_proposal_made_open()}</Link>
    </Notice>
  );
}
