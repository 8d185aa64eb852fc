import { useLoaderData } from 'react-router';
import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { printNextTime, readMeeting } from '../api.ts';
import { isAllowed, isOpen, levelWords } from '../model.ts';
import { readMeasureChoices, readThemeChoices } from './shown/choices.ts';
import { LinkPromise } from './shown/LinkPromise.tsx';
import { MakePromise } from './shown/MakePromise.tsx';
import { MeetingItems } from './shown/MeetingItems.tsx';
import { MeetingSteps } from './shown/MeetingSteps.tsx';
import { Promises } from './shown/Promises.tsx';
import { StateBadge } from './shown/StateBadge.tsx';
import { TellOutcome } from './shown/TellOutcome.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [meeting, themes, measures] = await Promise.all([
    call(readMeeting, { id: partOf(args, 'id') }, options),
    readThemeChoices(options),
    readMeasureChoices(options),
  ]);
  return { meeting, themes, measures };
}

/** A meeting from its call to the shared minutes: what has to be told of first, then what is said, then who does what. */
export function Component() {
  const { meeting, themes, measures } = useLoaderData<typeof loader>();
  const { id, board_id, state, carried, promises } = meeting;
  const open = carried.filter((one) => isOpen(one.outcome));
  return (
    <>
      <PageHeader
        title={m.boards_meeting_name({ n: meeting.number, day: formatDay(meeting.held_on) })}
        trail={[
          { label: m.boards_title(), to: '/boards' },
          { label: meeting.board_name, to: `/boards/${board_id}` },
        ]}
        actions={
          <DownloadLink href={hrefOf(printNextTime, { id: board_id })}>
            {m.boards_next_time_print()}
          </DownloadLink>
        }
      />
      <p className="mb-6 flex flex-wrap items-center gap-4">
        <StateBadge state={state} />
        {state === 'shared' && m.boards_meeting_known({ level: levelWords[meeting.shown]() })}
      </p>
      <DescriptionList items={factsOf(meeting)} />
      <Section heading={m.boards_carried_heading()}>
        <Promises promises={carried} none={m.boards_carried_none()} />
        {open.length > 0 && isAllowed('tell', state) && (
          <Folded summary={m.boards_outcome_summary()}>
            <TellOutcome promises={open} meeting={id} />
          </Folded>
        )}
      </Section>
      <MeetingItems meeting={meeting} themes={themes} />
      <Section heading={m.boards_promises_here()}>
        <Promises promises={promises} none={m.boards_promises_here_none()} />
        <MakePromise meeting={meeting} />
        <LinkPromise promises={promises} measures={measures} />
      </Section>
      <MeetingSteps meeting={meeting} />
      {isAllowed('share', state) && (
        <Section heading={m.boards_share_heading()}>
          <Notice tone="info">{m.boards_share_lead()}</Notice>
          <p>
            <ButtonLink look="solid" to={`/board-meetings/${id}/share`}>
              {m.boards_minutes_share_summary()}
            </ButtonLink>
          </p>
        </Section>
      )}
    </>
  );
}

function factsOf(meeting: Awaited<ReturnType<typeof loader>>['meeting']) {
  const { from, until, place, attendance, next_on, photos_ok, state } = meeting;
  const held = !isAllowed('hold', state) && state !== 'cancelled';
  return [
    {
      term: m.boards_label_when(),
      value: until ? m.boards_times({ from, until }) : m.boards_time({ from }),
    },
    { term: m.boards_label_place(), value: place },
    ...(held
      ? [
          {
            term: m.boards_label_attendance(),
            value: attendance.map((one) => m.boards_attendance(one)).join(m.boards_comma()),
          },
          {
            term: m.boards_label_photos(),
            value: photos_ok ? m.boards_photos_yes() : m.boards_photos_no(),
          },
          { term: m.boards_label_next(), value: next_on && formatDay(next_on) },
        ]
      : []),
  ];
}
