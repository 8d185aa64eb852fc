import { Link, useLoaderData, useSearchParams } from 'react-router';
import { answerColumnsFor } from '#domains/items/pages/shown/columns.ts';
import { ItemFilter } from '#domains/items/pages/shown/ItemFilter.tsx';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { makeAnswerSheet, readInquiry } from '../api.ts';
import type { BoardItem } from '../inquiries-api.ts';
import { itemStates, itemStateWords, stageWords } from '../model.ts';
import type { Rule } from '../parts.ts';
import { sayCourse, sayGrade } from '../rule.ts';
import { Body } from './shown/Body.tsx';
import { InquiryNav, trailOf } from './shown/InquiryNav.tsx';
import { StateBadge } from './shown/StateBadge.tsx';

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const [board, own] = await Promise.all([
    call(readInquiry, { id: partOf(args, 'id') }, { signal }),
    loadItems('project_answer', signal),
  ]);
  const { state, body } = queryOf(args);
  const items = board.items.filter(
    (item) => (!state || item.state === state) && (!body || item.body.id === body),
  );
  return { board, items, own };
}

/** An inquiry on its way: which project stands where. */
export function Component() {
  const { board, items, own } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const me = useMe();
  const { inquiry, rule, owners } = board;
  const planner = me.current?.role === 'planner';
  const answered = answerColumnsFor<BoardItem>(own, search, me.today, ({ own_answers }) => own_answers);
  const states = itemStates.filter((state) => board.items.some((item) => item.state === state));
  const done = board.items.filter(({ state }) => ['confirmed', 'fixed', 'published'].includes(state)).length;
  return (
    <>
      <PageHeader
        title={inquiry.title}
        trail={trailOf()}
        lead={m.projects_board_lead({
          stage: stageWords[inquiry.stage](),
          sent: formatDay(inquiry.sent_on),
          due: formatDay(inquiry.due_on),
        })}
        actions={
          !planner &&
          inquiry.stage === 'open' && (
            <DownloadLink href={hrefOf(makeAnswerSheet, { inquiry_id: inquiry.id })}>
              {m.projects_sheet_take()}
            </DownloadLink>
          )
        }
      />
      <InquiryNav inquiry={inquiry} />
      <div className="mb-6 grid gap-4">
        <ProgressBar label={m.projects_board_done()} value={done} max={board.items.length} />
        <ul className="flex flex-wrap gap-x-6 gap-y-2" aria-label={m.projects_label_counts()}>
          {states.map((state) => (
            <li key={state}>
              <Link to={`?state=${state}`} className="inline-flex min-h-11 items-center gap-2">
                {m.projects_count({
                  state: itemStateWords[state](),
                  n: board.items.filter((item) => item.state === state).length,
                })}
              </Link>
            </li>
          ))}
        </ul>
        <details>
          <summary className="min-h-11 cursor-pointer py-2">{m.projects_label_instruction()}</summary>
          <Body text={inquiry.instruction} />
        </details>
      </div>
      <SearchForm label={m.projects_board_filter()}>
        <SelectField
          name="state"
          label={m.projects_label_state()}
          emptyLabel={m.projects_all()}
          choices={states.map((value) => ({ value, label: itemStateWords[value]() }))}
        />
        {planner && (
          <SelectField
            name="body"
            label={m.projects_label_body()}
            emptyLabel={m.projects_all()}
            choices={owners.map(({ body }) => ({ value: body.id, label: body.name }))}
          />
        )}
        <ItemFilter items={own} columnsOnly />
      </SearchForm>
      <DataTable
        caption={m.projects_board_caption()}
        rows={items}
        rowKey={({ id }) => id}
        empty={{ says: m.projects_board_empty() }}
        fileName={m.projects_board_file({ title: inquiry.title })}
        columns={[...columnsOf(rule, inquiry.plan.code), ...answered]}
      />
    </>
  );
}

/** The measures of the plan that was asked about; others stand on the page of the project. */
function measuresIn(measures: BoardItem['measures'], plan: string): string {
  return measures
    .filter((one) => one.plan === plan)
    .map((one) => m.projects_measure(one))
    .join('、');
}

function columnsOf(rule: Rule, plan: string): Column<BoardItem>[] {
  return [
    {
      key: 'name',
      heading: m.projects_label_project(),
      value: ({ number, name }) => m.projects_numbered({ number, name }),
      order: ({ number }) => number,
      cell: ({ id, number, name }) => (
        <Link to={`/inquiry-items/${id}`}>{m.projects_numbered({ number, name })}</Link>
      ),
    },
    { key: 'body', heading: m.projects_label_body(), value: ({ body }) => body.name },
    {
      key: 'measures',
      heading: m.projects_label_measures(),
      value: ({ measures }) => measuresIn(measures, plan),
    },
    {
      key: 'state',
      heading: m.projects_label_state(),
      value: ({ state }) => itemStateWords[state](),
      order: ({ state }) => itemStates.indexOf(state),
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      key: 'on',
      heading: m.projects_label_on(),
      value: ({ on }) => (on === null ? m.projects_none() : formatDay(on)),
      order: ({ on }) => on,
    },
    {
      key: 'grade',
      heading: m.projects_label_grade(),
      value: ({ grade }) => sayGrade(rule, grade),
    },
    {
      key: 'course',
      heading: m.projects_label_course(),
      value: ({ course }) => sayCourse(rule, course),
    },
  ];
}
