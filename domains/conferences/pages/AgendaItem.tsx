import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import {
  type ConferenceItem,
  listConferenceMembers,
  listFactTargets,
  listPostsToInvite,
  readAgendaItem,
} from '../api.ts';
import { itemStateWords } from '../model.ts';
import { Course } from './shown/Course.tsx';
import { Findings } from './shown/Findings.tsx';
import { Minutes } from './shown/Minutes.tsx';
import { Papers } from './shown/Papers.tsx';
import { mayPropose, ProposeFact } from './shown/ProposeFact.tsx';
import { Roles } from './shown/Roles.tsx';
import { SealedBadge } from './shown/SealedBadge.tsx';
import { Seats } from './shown/Seats.tsx';
import { Words } from './shown/Words.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const item = await call(readAgendaItem, { id: partOf(args, 'id') }, options);
  const { posts } = item.called ? await call(listPostsToInvite, {}, options) : { posts: [] };
  const { members } =
    item.called && item.sealed ? await call(listConferenceMembers, {}, options) : { members: [] };
  const targets = item.may_propose ? await call(listFactTargets, { id: item.id }, options) : null;
  const day = item.conference.held_on;
  const listed = members.filter(
    ({ kind_code, starts_on, ends_on }) =>
      kind_code === item.kind.code && starts_on <= day && (ends_on === null || ends_on >= day),
  );
  return { item, posts, members: listed, targets };
}

/** One item, as far as it is for whoever looks: its matter, who sits on it, the papers, and what came of it. */
export function Component() {
  const { item, posts, members, targets } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const { conference, kind, matter } = item;
  const day = formatDay(conference.held_on);
  return (
    <>
      <PageHeader
        title={matter?.title ?? kind.name}
        trail={[
          { label: m.conferences_title(), to: '/conferences' },
          {
            label: m.conferences_sitting_title({ day, time: conference.starts_at }),
            to: `/conferences/${conference.id}`,
          },
        ]}
        lead={<SealedBadge sealed={item.sealed} />}
      />
      {!item.open && (
        <div className="mb-6">
          <Notice tone="info">{m.conferences_words_closed()}</Notice>
        </div>
      )}
      <Section heading={m.conferences_matter()}>
        <DescriptionList items={describe(item)} />
        {matter && <Words words={matter.words} />}
      </Section>
      <Seats item={item} posts={posts} members={members} />
      {item.open && <Papers item={item} />}
      {item.state !== 'called' && (
        <>
          {item.open && <Minutes item={item} />}
          {item.weighs_plans && <Findings item={item} />}
          <Roles item={item} />
        </>
      )}
      {targets && item.state !== 'called' && mayPropose(current?.role) && (
        <ProposeFact item={item} targets={targets} />
      )}
      {item.called && <Course item={item} />}
    </>
  );
}

function describe({ kind, body_name, state, held_on, next_on, open_until, clients, sealed }: ConferenceItem) {
  return [
    { term: m.conferences_kind(), value: m.conferences_kind_law({ kind: kind.name, law: kind.law }) },
    { term: m.conferences_caller(), value: body_name },
    { term: m.conferences_state(), value: itemStateWords[state]() },
    ...(sealed
      ? []
      : [
          {
            term: m.conferences_clients(),
            value: clients
              .map(({ name }) => name ?? m.conferences_client_unseen())
              .join(m.conferences_pause()),
          },
        ]),
    ...(held_on ? [{ term: m.conferences_held_on(), value: formatDay(held_on) }] : []),
    ...(open_until ? [{ term: m.conferences_open_until(), value: formatDay(open_until) }] : []),
    ...(next_on ? [{ term: m.conferences_next_on(), value: formatDay(next_on) }] : []),
  ];
}
