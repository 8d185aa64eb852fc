import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listWishes } from '../api.ts';
import { readMatchProposal, readProposalUnderWay } from '../proposal-api.ts';
import { AddedLegs } from './shown/AddedLegs.tsx';
import { CarriedLegs } from './shown/CarriedLegs.tsx';
import { MakeProposal } from './shown/MakeProposal.tsx';
import { ProposalFigures } from './shown/ProposalFigures.tsx';
import { type ProposedLeg, ProposedLegs } from './shown/ProposedLegs.tsx';
import { mostWishesListed } from './shown/WishPicker.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const limit = mostWishesListed;
  const [proposal, { under_way }, offers] = await Promise.all([
    call(readMatchProposal, { id: partOf(args, 'id') }, options),
    call(readProposalUnderWay, {}, options),
    call(listWishes, { side: 'offer', limit }, options),
  ]);
  const { district_id: district } = proposal;
  const wishes = await call(listWishes, { side: 'wish', limit, ...(district ? { district } : {}) }, options);
  return { ...proposal, under_way, waiting: { wishes, offers } };
}

/** One proposal: its figures and what they mean, its rings, chains and pairs, and what to keep for the next one. */
export function Component() {
  const proposal = useLoaderData<typeof loader>();
  const { id, district_id, legs, under_way, waiting } = proposal;
  const found = legs.filter(({ came_by }) => came_by === 'found');
  const rings = groupLegs(found, 'ring');
  const chains = groupLegs(found, 'chain');
  const pairs = found.filter(({ ring, chain }) => ring === null && chain === null);
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
        <ProposalFigures proposal={proposal} />
      </Section>
      <Section heading={m.wishes_proposal_rings_title()}>
        {rings.length === 0 && <p>{m.wishes_proposal_rings_none()}</p>}
        <ul className="grid gap-4 empty:hidden">
          {rings.map((ring) => (
            <li key={ring[0]?.position} className={card}>
              <p>{m.wishes_proposal_ring({ n: ring.length })}</p>
              <ProposedLegs proposal={id} legs={ring} />
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={m.wishes_proposal_chains_title()}>
        {chains.length === 0 && <p>{m.wishes_proposal_chains_none()}</p>}
        <ul className="grid gap-4 empty:hidden">
          {chains.map((chain) => (
            <li key={chain[0]?.position} className={card}>
              <p>{m.wishes_proposal_chain({ n: chain.length })}</p>
              <ol className="grid gap-4">
                {chain.map((leg) => (
                  <li key={leg.position} className="grid gap-3 border-t border-solid-gray-300 pt-4">
                    <ProposedLegs proposal={id} legs={[leg]} />
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={m.wishes_proposal_pairs()}>
        {pairs.length === 0 && <p>{m.wishes_proposal_pairs_none()}</p>}
        <ul className="grid gap-4 empty:hidden">
          {pairs.map((leg) => (
            <li key={leg.position} className={card}>
              <ProposedLegs proposal={id} legs={[leg]} />
            </li>
          ))}
        </ul>
      </Section>
      <AddedLegs
        proposal={id}
        legs={legs.filter(({ came_by }) => came_by === 'added')}
        district={district_id}
        {...waiting}
      />
      <CarriedLegs proposal={id} legs={legs.filter(({ came_by }) => came_by === 'carried')} />
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

const card = 'grid gap-3 rounded-8 border border-solid-gray-300 p-4';

/** Those of one ring or one chain together, in its order. */
function groupLegs(legs: readonly ProposedLeg[], by: 'ring' | 'chain'): ProposedLeg[][] {
  const on = legs.filter((leg) => leg[by] !== null);
  return [...Map.groupBy(on, (leg) => leg[by]).values()];
}
