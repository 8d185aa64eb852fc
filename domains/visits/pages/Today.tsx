import { useLoaderData } from 'react-router';
import { ActivityDue } from '#domains/activities/pages/shown/ActivityDue.tsx';
import { listActivityMonths } from '#domains/activities/sheet-api.ts';
import { listWishNotes } from '#domains/cards/api.ts';
import { listWaitingContacts } from '#domains/cases/address-api.ts';
import { CaseDay } from '#domains/cases/pages/shown/CaseDay.tsx';
import { WaitingContacts } from '#domains/cases/pages/shown/WaitingContacts.tsx';
import { listWishReferrals, listWithdrawnWishes } from '#domains/cases/referral-api.ts';
import { readCaseDay } from '#domains/cases/task-api.ts';
import { listCodes } from '#domains/codes/api.ts';
import { ConsentToday } from '#domains/consent/pages/shown/ConsentToday.tsx';
import { readConsentToday } from '#domains/consent/today-api.ts';
import { DisclosuresToday } from '#domains/disclosures/pages/shown/DisclosuresToday.tsx';
import { answerers, readDisclosuresToday } from '#domains/disclosures/today-api.ts';
import { listEscalations } from '#domains/escalations/api.ts';
import { EscalationsToday } from '#domains/escalations/pages/shown/EscalationsToday.tsx';
import { listLetters } from '#domains/letters/api.ts';
import { WaitingLetters } from '#domains/letters/pages/shown/WaitingLetters.tsx';
import { listLateCalls } from '#domains/phones/api.ts';
import { LateCallsToday } from '#domains/phones/pages/shown/LateCallsToday.tsx';
import { TodayOfOwner } from '#domains/projects/pages/shown/TodayOfOwner.tsx';
import { listConcerns } from '#domains/wishes/concern-api.ts';
import { listMatches } from '#domains/wishes/match-api.ts';
import { CoordinatorDay } from '#domains/wishes/pages/shown/CoordinatorDay.tsx';
import { listWhoWaited } from '#domains/wishes/telling-api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call, request } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { type Me, useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { RequestsOfGroup } from '../../groups/pages/shown/RequestsOfGroup.tsx';
import { listSheetRequests } from '../../groups/request-api.ts';
import { readToday } from '../today-api.ts';
import { HandoversToReceive } from './shown/HandoversToReceive.tsx';
import { TodayOfDistricts } from './shown/TodayOfDistricts.tsx';
import { TodayOfGroup } from './shown/TodayOfGroup.tsx';
import { TodayOfPlan } from './shown/TodayOfPlan.tsx';
import { TodayOfRound } from './shown/TodayOfRound.tsx';

export async function loader({ request: { signal } }: PageArgs) {
  const [today, waiting, me] = await Promise.all([
    call(readToday, {}, { signal }),
    call(readConsentToday, {}, { signal }),
    request<Me>('/api/me', { signal }),
  ]);
  const months = me.current?.role === 'commissioner' ? await call(listActivityMonths, {}, { signal }) : null;
  const answersPeople = answerers.some((role) => role === me.current?.role);
  const disclosures = answersPeople ? await call(readDisclosuresToday, {}, { signal }) : null;
  const { requests } =
    today.view.for === 'group' ? await call(listSheetRequests, {}, { signal }) : nobodyAsked;
  const window =
    today.view.for === 'window'
      ? await Promise.all([
          call(readCaseDay, {}, { signal }),
          call(listLetters, { limit: 5 }, { signal }),
          call(listWaitingContacts, {}, { signal }),
          call(listCodes, { list: 'urgency' }, { signal }),
        ])
      : null;
  const wishes =
    today.view.for === 'coordinator'
      ? await Promise.all([
          call(listWishReferrals, {}, { signal }),
          call(listConcerns, {}, { signal }),
          call(listMatches, { limit: 20, first: 'longest' }, { signal }),
          call(listWishNotes, { limit: 20 }, { signal }),
          call(listWithdrawnWishes, {}, { signal }),
          call(listWhoWaited, {}, { signal }),
        ])
      : null;
  const watches = ['round', 'group', 'districts'].includes(today.view.for);
  const { escalations } = watches
    ? await call(
        listEscalations,
        { limit: 20, whose: today.view.for === 'round' ? 'own' : 'all' },
        { signal },
      )
    : nothingRaised;
  const decides = ['group', 'districts'].includes(today.view.for);
  const late = decides ? await call(listLateCalls, { limit: 20 }, { signal }) : null;
  return { ...today, waiting, disclosures, requests, window, wishes, escalations, months, late };
}

const nobodyAsked = { requests: [] };
const nothingRaised = { escalations: [] };

/** What waits for the post in use. */
export function Component() {
  const {
    today,
    view,
    waiting,
    disclosures,
    requests,
    handovers,
    window,
    wishes,
    escalations,
    months,
    late,
  } = useLoaderData<typeof loader>();
  const { emergencies, returns, to_tell, to_ask, protections } = waiting;
  const above = [emergencies, returns, to_tell, to_ask, protections, ...Object.values(disclosures ?? {})];
  const waits = (above as unknown[][]).some(({ length }) => length > 0);
  return (
    <>
      <PageHeader title={m.visits_today_title()} lead={formatDay(today)} actions={<MainAct view={view} />} />
      {view.for !== 'round' && <EscalationsToday escalations={escalations} own={false} />}
      <LateCallsToday late={late} />
      <HandoversToReceive handovers={handovers} />
      <RequestsOfGroup requests={requests} />
      <ConsentToday waiting={waiting} />
      <DisclosuresToday waiting={disclosures} />
      <ActivityDue read={months} />
      {window ? (
        <>
          <WaitingContacts waiting={window[2].waiting} />
          <WaitingLetters box={window[1]} />
          <CaseDay day={window[0]} urgencies={window[3].entries} />
        </>
      ) : wishes ? (
        <CoordinatorDay
          referrals={wishes[0].referrals}
          concerns={wishes[1].concerns}
          matches={wishes[2].matches}
          notes={wishes[3].notes}
          withdrawn={wishes[4].wishes}
          waited={wishes[5].waited}
        />
      ) : (
        <View view={view} escalations={escalations} waits={waits} />
      )}
    </>
  );
}

type Raised = OutputOf<typeof listEscalations>['escalations'];
type TodayView = OutputOf<typeof readToday>['view'];

function MainAct({ view }: { view: TodayView }) {
  const { finishing } = useMe();
  if (finishing && view.for === 'round')
    return <ButtonLink to="/hand-in">{m.visits_hand_in_title()}</ButtonLink>;
  if (view.for === 'window')
    return (
      <ButtonLink look="solid" to="/intakes/new">
        {m.cases_intake_receive_summary()}
      </ButtonLink>
    );
  if (view.for === 'coordinator')
    return (
      <ButtonLink look="solid" to="/wishes/new?side=wish">
        {m.wishes_write_wish()}
      </ButtonLink>
    );
  if (view.for !== 'round' && view.for !== 'group') return null;
  return (
    <ButtonLink look="solid" to="/visits/new">
      {m.visits_record_title()}
    </ButtonLink>
  );
}

interface ViewProps {
  view: TodayView;
  escalations: Raised;
  /** Whether anything stands above already. */
  waits: boolean;
}

function View({ view, escalations, waits }: ViewProps) {
  switch (view.for) {
    case 'round':
      return <TodayOfRound view={view} escalations={escalations} />;
    case 'group':
      return <TodayOfGroup view={view} />;
    case 'districts':
      return <TodayOfDistricts view={view} />;
    case 'plan':
      return <TodayOfPlan view={view} />;
    case 'answers':
      return <TodayOfOwner owed={view.owed} />;
    default:
      return waits ? null : <Nothing />;
  }
}

/** Nothing waits; where this post's work is, is one press away. */
function Nothing() {
  const { current } = useMe();
  if (!current) return <EmptyState says={m.visits_today_no_post()} />;
  const work = places[current.role];
  return (
    <EmptyState
      says={work ? m.visits_today_work() : m.visits_today_nothing()}
      action={work && <ButtonLink to={work.to}>{work.label()}</ButtonLink>}
    />
  );
}

const places: Record<string, { to: string; label: () => string } | undefined> = {
  administrator: { to: '/admin/posts', label: m.posts_list_summary },
  auditor: { to: '/audit', label: m.visits_to_audit },
  evaluator: { to: '/plans', label: m.visits_to_plans },
};
