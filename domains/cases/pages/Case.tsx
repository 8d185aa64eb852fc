import { useLoaderData } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { SectionNav } from '#ui/SectionNav.tsx';
import type { OpenedCase } from '../case-api.ts';
import { listCaseHandovers } from '../handover-api.ts';
import { listPassedWishesOfCase } from '../referral-api.ts';
import { sayScreening } from '../screening-model.ts';
import { Handovers } from './shown/Handovers.tsx';
import { Members } from './shown/Members.tsx';
import { NoteList } from './shown/NoteList.tsx';
import { openCase } from './shown/open-case.ts';
import { PassedWishes } from './shown/PassedWishes.tsx';
import { StateBadge } from './shown/StateBadge.tsx';
import { Tasks } from './shown/Tasks.tsx';

export async function loader(args: PageArgs) {
  const shown = await openCase(args);
  const options = { signal: args.request.signal };
  const [{ handovers }, { entries }, { referrals }] = await Promise.all([
    shown.own
      ? call(listCaseHandovers, { case: shown.id, state: 'all' }, options)
      : Promise.resolve({ handovers: [] }),
    call(listCodes, {}, options),
    shown.own
      ? call(listPassedWishesOfCase, { case_id: shown.id }, options)
      : Promise.resolve({ referrals: [] }),
  ]);
  return { shown, handovers, entries, referrals };
}

/** A household's case: how it stands, who is responsible, each member with their own consent, what is to do, what happened. */
export function Component() {
  const { shown, handovers, entries, referrals } = useLoaderData<typeof loader>();
  const { id, own } = shown;
  return (
    <>
      <PageHeader
        title={m.cases_case_title({ number: shown.number })}
        trail={[{ label: m.cases_title(), to: '/cases' }]}
        lead={shown.called}
        actions={
          own && (
            <>
              <ButtonLink look="solid" to={`/cases/${id}/notes/new`}>
                {m.cases_note_summary()}
              </ButtonLink>
              <ButtonLink to={`/cases/${id}/plans/new`}>{m.cases_plan_draft_summary()}</ButtonLink>
            </>
          )
        }
      />
      {own && (
        <SectionNav
          label={m.cases_parts()}
          items={[
            { to: `/cases/${id}`, label: m.cases_part_case() },
            { to: `/cases/${id}/notes`, label: m.cases_notes_sheet() },
            { to: `/cases/${id}/picture`, label: m.cases_picture_summary() },
            { to: `/cases/${id}/joinings`, label: m.cases_joinings_title() },
            { to: `/cases/${id}/files`, label: m.cases_part_files() },
            { to: `/cases/${id}/steps`, label: m.cases_part_steps() },
            { to: `/cases/${id}/handover`, label: m.cases_part_handover() },
            { to: `/gaps?case=${id}`, label: m.cases_gaps_title() },
          ]}
        />
      )}
      <Warnings shown={shown} entries={entries} />
      <Section
        heading={m.cases_part_standing()}
        actions={own && <ButtonLink to={`/cases/${id}/steps`}>{m.cases_step_summary()}</ButtonLink>}
      >
        <DescriptionList items={standing(shown, entries)} />
      </Section>
      <Section
        heading={m.cases_label_members()}
        actions={own && <ButtonLink to={`/cases/${id}/members`}>{m.cases_members_change()}</ButtonLink>}
      >
        <Members shown={shown} />
      </Section>
      {own && <Tasks shown={shown} />}
      {referrals.length > 0 && (
        <Section heading={m.cases_referral_passed_summary()}>
          <PassedWishes wishes={referrals} />
        </Section>
      )}
      {handovers.length > 0 && (
        <Section heading={m.cases_part_handover()}>
          <Handovers handovers={handovers} />
        </Section>
      )}
      <Section
        heading={m.cases_notes_sheet()}
        actions={shown.more_notes && <ButtonLink to={`/cases/${id}/notes`}>{m.cases_notes_all()}</ButtonLink>}
      >
        <NoteList notes={shown.notes} members={shown.members} entries={entries} />
      </Section>
    </>
  );
}

function Warnings({ shown, entries }: { shown: OpenedCase; entries: readonly CodeEntry[] }) {
  const { today } = useMe();
  return (
    <div className="mb-8 grid gap-3 empty:hidden">
      {shown.urgent.length > 0 && (
        <Notice tone="error" title={m.cases_urgent()}>
          {shown.urgent.map((kind) => labelOf(entries, 'urgency', kind, today)).join(m.cases_join())}
        </Notice>
      )}
      {!shown.own && <Notice tone="info">{m.cases_refused_not_ours({ holder: shown.holder.name })}</Notice>}
      {shown.own &&
        shown.screening === null &&
        (shown.state === 'received' || shown.state === 'screening') && (
          <Notice tone="warning">{m.cases_not_screened()}</Notice>
        )}
    </div>
  );
}

function standing(
  { state, responsible, workers, opened_on, last_note_on, closed_on, screening, own }: OpenedCase,
  entries: readonly CodeEntry[],
) {
  const lead = workers.find(({ leads, ends_on }) => leads && ends_on === null);
  const others = workers.filter(({ leads, ends_on }) => !leads && ends_on === null);
  return [
    { term: m.cases_case_label_state(), value: <StateBadge state={state} /> },
    {
      term: m.cases_label_responsible(),
      value: <Badge tone="blue">{responsible.name}</Badge>,
    },
    { term: m.cases_label_leads(), value: lead?.name },
    { term: m.cases_label_workers(), value: others.flatMap(({ name }) => name ?? []).join(m.cases_join()) },
    { term: m.cases_label_opened_on(), value: formatDay(opened_on) },
    { term: m.cases_label_last_note(), value: last_note_on && formatDay(last_note_on) },
    ...(closed_on ? [{ term: m.cases_label_closed_on(), value: formatDay(closed_on) }] : []),
    ...(own && screening
      ? [
          {
            term: m.cases_label_screening(),
            value: sayScreening(screening.result, entries, screening.screened_on),
          },
          {
            term: m.cases_label_schemes(),
            value: screening.schemes
              .map((one) => labelOf(entries, 'scheme', one, screening.screened_on))
              .join(m.cases_join()),
          },
        ]
      : []),
  ];
}
