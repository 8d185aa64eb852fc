import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { type Description, DescriptionList } from '#ui/DescriptionList.tsx';
import { reasonWords, weighedPerWish } from '../../model.ts';
import type { readMatchProposal } from '../../proposal-api.ts';

type Proposal = OutputOf<typeof readMatchProposal>;

/** What a proposal is worth, what its points are made of, and what they were compared with. */
export function ProposalFigures({ proposal }: { proposal: Proposal }) {
  const { fulfilled, wishes, offers, candidates, gives_and_receives, points, bound, without_rules } =
    proposal;
  const items: Description[] = [
    {
      term: m.wishes_proposal_fulfilled(),
      value: m.wishes_proposal_fulfilled_line({ n: fulfilled, all: wishes }),
    },
    { term: m.wishes_proposal_both(), value: m.wishes_n_people({ n: gives_and_receives }) },
    { term: m.wishes_proposal_looked(), value: m.wishes_proposal_looked_line({ offers, n: candidates }) },
    {
      term: m.wishes_proposal_points(),
      value:
        bound > points
          ? m.wishes_proposal_points_line({ points, bound, n: weighedPerWish })
          : m.wishes_proposal_points_best({ points, n: weighedPerWish }),
    },
    ...(proposal.bonus_each === null
      ? []
      : [
          {
            term: m.wishes_proposal_parts(),
            value: <Parts proposal={proposal} each={proposal.bonus_each} />,
          },
        ]),
    ...(without_rules > points
      ? [
          {
            term: m.wishes_proposal_without(),
            value: m.wishes_proposal_without_line({ points: without_rules, less: without_rules - points }),
          },
        ]
      : []),
  ];
  return <DescriptionList items={items} />;
}

function Parts({ proposal, each }: { proposal: Proposal; each: number }) {
  const { parts, gives_and_receives: n, points } = proposal;
  return (
    <ul className="grid gap-1">
      {parts.map(({ reason, points: of }) => (
        <li key={reason}>{m.wishes_proposal_part_line({ reason: reasonWords[reason](), points: of })}</li>
      ))}
      <li>{m.wishes_proposal_bonus_line({ each, n, points: each * n })}</li>
      <li>{m.wishes_proposal_sum_line({ points })}</li>
    </ul>
  );
}
