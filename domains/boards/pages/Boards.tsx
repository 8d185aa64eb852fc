import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type ListedBoard, listBoards, openBoard } from '../api.ts';
import { BoardFields } from './shown/BoardFields.tsx';

export function loader({ request }: PageArgs) {
  return call(listBoards, {}, { signal: request.signal });
}

/** 支え合い推進会議: the tables one goes to; for planners, all of the town and how often they met. */
export function Component() {
  const { boards, without } = useLoaderData<typeof loader>();
  const planner = useMe().current?.role === 'planner';
  return (
    <>
      <PageHeader
        title={m.boards_title()}
        lead={planner ? m.boards_lead_planner() : m.boards_lead()}
        actions={<ButtonLink to="/tried">{m.boards_tried_title()}</ButtonLink>}
      />
      <DataTable
        caption={m.boards_caption()}
        rows={boards}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.boards_none() }}
        fileName={m.boards_file()}
      />
      {without.length > 0 && (
        <Section heading={m.boards_open_heading()}>
          <p>{m.boards_open_lead()}</p>
          <Form op={openBoard} mints="id" submit={m.boards_open_submit()} doneSays={m.boards_opened()}>
            <SelectField
              name="district_id"
              label={m.boards_label_district()}
              required
              choices={without.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <BoardFields />
          </Form>
        </Section>
      )}
    </>
  );
}

const columns: Column<ListedBoard>[] = [
  {
    key: 'name',
    heading: m.boards_label_name(),
    value: ({ name }) => name,
    cell: ({ id, name, kept }) => (kept ? <Link to={`/boards/${id}`}>{name}</Link> : name),
  },
  { key: 'district', heading: m.boards_label_district(), value: ({ district_name }) => district_name },
  {
    key: 'started',
    heading: m.boards_label_started(),
    value: ({ started_on }) => formatDay(started_on),
    order: ({ started_on }) => started_on,
    fileOnly: true,
  },
  { key: 'met', heading: m.boards_label_met(), value: ({ met }) => met, numeric: true },
  {
    key: 'last',
    heading: m.boards_label_last(),
    value: ({ last_on }) => last_on && formatDay(last_on),
    order: ({ last_on }) => last_on,
  },
  {
    key: 'next',
    heading: m.boards_label_next(),
    value: ({ next_on }) => next_on && formatDay(next_on),
    order: ({ next_on }) => next_on,
  },
];
