import { Link, useLoaderData } from 'react-router';
import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { correctBoard, printNextTime, readBoard } from '../api.ts';
import { levelWords } from '../model.ts';
import { BoardDays } from './shown/BoardDays.tsx';
import { BoardFields } from './shown/BoardFields.tsx';
import { Members } from './shown/Members.tsx';
import { Promises } from './shown/Promises.tsx';
import { StateBadge } from './shown/StateBadge.tsx';
import { TellOutcome } from './shown/TellOutcome.tsx';
import { Voices } from './shown/Voices.tsx';

type Board = OutputOf<typeof readBoard>;

export function loader(args: PageArgs) {
  return call(readBoard, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One district's table: what is promised until next time, when it meets, who sits at it, what was heard in between. */
export function Component() {
  const board = useLoaderData<typeof loader>();
  const { id, name, promises, closed, waiting } = board;
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: m.boards_title(), to: '/boards' }]}
        actions={
          <>
            <ButtonLink look="solid" to={`/boards/${id}/meetings/new`}>
              {m.boards_meeting_call_summary()}
            </ButtonLink>
            <ButtonLink to={`/helping-groups/new?board=${id}`}>{m.boards_group_write_summary()}</ButtonLink>
            <ButtonLink to={`/areas/${board.district_id}`}>{m.boards_area_title()}</ButtonLink>
          </>
        }
      />
      <Section
        heading={m.boards_next_time()}
        actions={
          <DownloadLink href={hrefOf(printNextTime, { id })}>{m.boards_next_time_print()}</DownloadLink>
        }
      >
        <Promises promises={promises} none={m.boards_promises_none()} />
        {promises.length > 0 && (
          <Folded summary={m.boards_outcome_between()}>
            <TellOutcome promises={promises} />
          </Folded>
        )}
      </Section>
      <Meetings board={board} />
      <BoardDays board={board} />
      <Voices board={id} items={waiting} />
      <Members board={board} />
      {closed.length > 0 && (
        <Section heading={m.boards_closed()}>
          <Promises promises={closed} none={m.boards_promises_none()} />
        </Section>
      )}
      <Section heading={m.boards_about()}>
        <DescriptionList
          items={[
            { term: m.boards_label_district(), value: board.district_name },
            { term: m.boards_label_started(), value: formatDay(board.started_on) },
            { term: m.boards_label_usual(), value: board.usual },
          ]}
        />
        <Folded summary={m.boards_correct_summary()}>
          <Form
            op={correctBoard}
            also={{ id, version: board.version }}
            initial={{
              name,
              started_on: board.started_on,
              ...(board.usual ? { usual: board.usual } : {}),
            }}
            submit={m.boards_submit()}
            doneSays={m.boards_saved()}
          >
            <BoardFields />
          </Form>
        </Folded>
      </Section>
    </>
  );
}

function Meetings({ board: { id, meetings } }: { board: Board }) {
  return (
    <Section heading={m.boards_meetings()}>
      {meetings.length === 0 ? (
        <EmptyState
          says={m.boards_meetings_none()}
          action={
            <ButtonLink to={`/boards/${id}/meetings/new`}>{m.boards_meeting_call_summary()}</ButtonLink>
          }
        />
      ) : (
        <ul className="grid gap-3">
          {meetings.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-4">
              <Link to={`/board-meetings/${one.id}`}>
                {m.boards_meeting_name({ n: one.number, day: formatDay(one.held_on) })}
              </Link>
              <StateBadge state={one.state} />
              {one.state === 'shared' && <Badge>{levelWords[one.shown]()}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
