import { useLoaderData, useNavigate } from 'react-router';
import { sideWords } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listWishReferrals, takeWishReferral } from '../referral-api.ts';

export function loader(args: PageArgs) {
  return call(listWishReferrals, {}, { signal: args.request.signal });
}

/** What windows passed on with consent, waiting to become wishes. */
export function Component() {
  const { referrals } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.cases_referrals_title()}
        lead={m.cases_referrals_lead()}
        trail={[{ label: m.wishes_title(), to: '/wishes' }]}
      />
      {referrals.length === 0 ? (
        <EmptyState says={m.cases_referrals_empty()} />
      ) : (
        <ul className="grid gap-4">
          {referrals.map(({ id, from_name, name, reached, side, words, passed_on }) => (
            <li key={id} className="grid gap-2 rounded-8 border border-solid-gray-300 p-4">
              <h2 className="text-std-18B-160">{m.wishes_read_lead({ side: sideWords[side](), name })}</h2>
              <p className="whitespace-pre-wrap">{words}</p>
              {reached && <p>{reached}</p>}
              <p>{m.cases_referral_from({ day: formatDay(passed_on), body: from_name })}</p>
              <CommandButton
                op={takeWishReferral}
                look="solid"
                input={{ id, wish_id: mintId(), participant_id: mintId() }}
                done={({ wish_id }) => navigate(`/wishes/${wish_id}`, saying(m.cases_referral_taken()))}
              >
                {m.cases_referral_take_summary()}
              </CommandButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
