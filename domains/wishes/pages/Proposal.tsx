import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type MatchProposal, readMatchProposal, readProposalUnderWay } from '../proposal-api.ts';
import { MakeProposal } from './shown/MakeProposal.tsx';
import { ProposedLegs } from './shown/ProposedLegs.tsx';

type Leg = OutputOf<typeof readMatchProposal>['legs'][number];

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [proposal, { under_way }] = await Promise.all([
    call(readMatchProposal, { id: partOf(args, 'id') }, options),
    call(readProposalUnderWay, {}, options),
  ]);
  return { ...proposal, under_way };
}

/** One proposal: its figures and what they mean, its rings and pairs, and what to keep for the next one. */
export function Component() {
  const proposal = useLoaderData<typeof loader>();
  const { id, district_id, legs, under_way } = proposal;
  const rings = [...Map.groupBy(legs.filter(isInRing), ({ ring }) => ring).values()];
  const pairs = legs.filter((leg) => !isInRing(leg));
  return (
    <>
      <PageHeader
        title={m.wishes_proposal_title({
          day: formatDay(proposal.made_on),
          place: proposal.district_name ?? m.wishes_whole_town(),
        })}
        lead={m.wishes_proposal_lead()}
        trail={[{ label: m.wishes_proposals_title(), to: '/match-proposals' }]}
      />
      <Section heading={m.wishes_proposal_figures()}>
        <DescriptionList items={figures(proposal)} />
      </Section>
      <Section heading={m.wishes_proposal_rings_title()}>
        {rings.length === 0 && <p>{m.wishes_proposal_rings_none()}</p>}
        <ul className="grid gap-4 empty:hidden">
          {rings.map((ring) => (
            <li key={ring[0]?.position} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
              <p>{m.wishes_proposal_ring({ n: ring.length })}</p>
              <ProposedLegs proposal={id} legs={ring} />
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={m.wishes_proposal_pairs()}>
        {pairs.length === 0 && <p>{m.wishes_proposal_pairs_none()}</p>}
        <ul className="grid gap-4 empty:hidden">
          {pairs.map((leg) => (
            <li key={leg.position} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
              <ProposedLegs proposal={id} legs={[leg]} />
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={m.wishes_proposal_again()}>
        <p className="mb-4">{m.wishes_proposal_again_lead()}</p>
        <MakeProposal
          underWay={under_way}
          also={{ based_on: id, ...(district_id ? { district_id } : {}) }}
          submit={m.wishes_proposal_again()}
        />
      </Section>
    </>
  );
}

function isInRing({ ring }: Leg): boolean {
  return ring !== null;
}

function figures({
  fulfilled,
  wishes,
  offers,
  candidates,
  gives_and_receives,
  points,
  bound,
  without_rules,
}: MatchProposal) {
  return [
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
          ? m.wishes_proposal_points_line({ points, bound })
          : m.wishes_proposal_points_best({ points }),
    },
    ...(without_rules > points
      ? [
          {
            term: m.wishes_proposal_without(),
            value: m.wishes_proposal_without_line({ points: without_rules, less: without_rules - points }),
          },
        ]
      : []),
  ];
}
