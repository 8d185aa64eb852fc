import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay, formatFiscalYear } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { listInquiries } from '../api.ts';
import { itemStates, itemStateWords, stageWords } from '../model.ts';

type Inquiry = OutputOf<typeof listInquiries>['inquiries'][number];

export function loader({ request }: PageArgs) {
  return call(listInquiries, {}, { signal: request.signal });
}

/** Every inquiry, the newest year first. */
export function Component() {
  const { inquiries } = useLoaderData<typeof loader>();
  const planner = useMe().current?.role === 'planner';
  const send = <ButtonLink to="/inquiries/new">{m.projects_send_summary()}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={m.projects_inquiries_title()}
        lead={m.projects_inquiries_lead()}
        actions={
          <>
            {planner && send}
            <ButtonLink look="text" to="/grading-rules">
              {m.projects_rules_title()}
            </ButtonLink>
          </>
        }
      />
      <DataTable
        caption={m.projects_inquiries_title()}
        rows={inquiries}
        rowKey={({ id }) => id}
        empty={{ says: m.projects_inquiries_empty(), action: planner && send }}
        columns={[
          {
            key: 'title',
            heading: m.projects_label_title(),
            value: ({ title }) => title,
            cell: (row) => <Link to={addressOf(row)}>{row.title}</Link>,
          },
          {
            key: 'year',
            heading: m.projects_label_year(),
            value: ({ fiscal_year }) => formatFiscalYear(fiscal_year),
            order: ({ fiscal_year }) => fiscal_year,
          },
          {
            key: 'due',
            heading: m.projects_label_due_on(),
            value: ({ due_on }) => formatDay(due_on),
            order: ({ due_on }) => due_on,
          },
          { key: 'stage', heading: m.projects_label_stage(), value: ({ stage }) => stageWords[stage]() },
          { key: 'counts', heading: m.projects_label_counts(), value: sayCounts },
        ]}
      />
    </>
  );
}

/** Posts that see no answers on their way go to the paper. */
function addressOf({ id, counts, plan, fiscal_year }: Inquiry): string {
  return counts === null ? `/plans/${plan.code}/progress/${fiscal_year}` : `/inquiries/${id}`;
}

function sayCounts({ counts }: Inquiry): string {
  const said = itemStates.flatMap((state) => {
    const n = counts?.[state];
    return n ? [m.projects_count({ state: itemStateWords[state](), n })] : [];
  });
  return said.join('、') || m.projects_none();
}
