import { useState } from 'react';
import { Link, useLoaderData, useNavigate } from 'react-router';
import { finishingDays } from '#domains/posts/model.ts';
import * as m from '#messages';
import { addDays, formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { type HeldPost, useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { handInPost, listVisits } from '../api.ts';
import { channelWords, conditionWords, contactWords } from '../model.ts';
import { ConditionBadge } from './shown/ConditionBadge.tsx';
import { partWords, writeName } from './shown/wording.ts';

type Visit = OutputOf<typeof listVisits>['visits'][number];

export function loader({ request }: PageArgs) {
  return call(listVisits, { limit: 200 }, { signal: request.signal });
}

/** The last acts of a post that has ended: look over one's own entries of the last month, complete them, hand them in. */
export function Component() {
  const { visits, next } = useLoaderData<typeof loader>();
  const { finishing, current } = useMe();
  if (!finishing || !current?.ends_on)
    return (
      <>
        <PageHeader title={m.visits_hand_in_title()} />
        <EmptyState
          says={m.visits_hand_in_not_now()}
          action={<ButtonLink to="/today">{m.visits_to_today()}</ButtonLink>}
        />
      </>
    );
  return (
    <>
      <PageHeader
        title={m.visits_hand_in_title()}
        lead={m.visits_hand_in_lead({
          ended: formatDay(current.ends_on),
          last: formatDay(addDays(current.ends_on, finishingDays)),
        })}
        actions={
          <>
            <ButtonLink to="/visits/new">{m.visits_record_missing()}</ButtonLink>
            <ButtonLink to={`/handovers/new/${current.id}`}>{m.visits_hand_in_handover()}</ButtonLink>
          </>
        }
      />
      <Section heading={m.visits_own_entries()}>
        <DataTable
          caption={m.visits_own_entries_caption({ n: visits.length })}
          rows={visits}
          rowKey={({ id }) => id}
          columns={columns}
          empty={{ says: m.visits_own_entries_none() }}
        />
        {next !== null && <Link to="/visits">{m.visits_see_all()}</Link>}
      </Section>
      <Section heading={m.visits_hand_in()}>
        <HandIn post={current} entries={visits.length} />
      </Section>
    </>
  );
}

function HandIn({ post, entries }: { post: HeldPost; entries: number }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p>{m.visits_hand_in_means()}</p>
      <p>
        <Button look="solid" onPress={() => setAsking(true)}>
          {m.visits_hand_in()}
        </Button>
      </p>
      <Dialog open={asking} title={m.visits_hand_in_ask({ n: entries })} onClose={() => setAsking(false)}>
        <p>{m.visits_hand_in_final()}</p>
        <CommandButton
          op={handInPost}
          input={{ post_id: post.id }}
          look="solid"
          done={() => navigate('/today', saying(m.visits_hand_in_done()))}
        >
          {m.visits_hand_in_do()}
        </CommandButton>
      </Dialog>
    </>
  );
}

const columns = [
  {
    key: 'visited_on',
    heading: partWords.visited_on(),
    value: ({ visited_on }: Visit) => formatDay(visited_on),
    order: ({ visited_on }: Visit) => visited_on,
    cell: ({ id, visited_on }: Visit) => <Link to={`/visits/${id}`}>{formatDay(visited_on)}</Link>,
  },
  {
    key: 'household',
    heading: m.visits_label_household(),
    value: ({ household_name }: Visit) => writeName(household_name),
  },
  { key: 'channel', heading: partWords.channel(), value: ({ channel }: Visit) => channelWords[channel]() },
  { key: 'contact', heading: partWords.contact(), value: ({ contact }: Visit) => contactWords[contact]() },
  {
    key: 'condition',
    heading: partWords.condition(),
    value: ({ condition }: Visit) => condition && conditionWords[condition](),
    cell: ({ condition }: Visit) => <ConditionBadge condition={condition} />,
  },
];
