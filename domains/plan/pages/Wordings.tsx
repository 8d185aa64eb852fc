import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { listWordings } from '../api.ts';
import { PlanNav } from './shown/PlanNav.tsx';
import { addressOfPart, nameOfPart, originOfVersion } from './shown/worded.ts';

export function loader(args: PageArgs) {
  return call(listWordings, { plan: partOf(args, 'code') }, { signal: args.request.signal });
}

/** Every wording of a plan as it holds; each leads to its versions, and to writing the next. */
export function Component() {
  const { plan, parts } = useLoaderData<typeof loader>();
  const rows = parts.flatMap((part) => {
    const [now] = part.versions;
    return now ? [{ part, now }] : [];
  });
  return (
    <>
      <PageHeader
        title={m.plan_wordings_title({ plan: plan.name })}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: plan.name, to: `/plans/${plan.code}` },
        ]}
        lead={m.plan_wordings_lead()}
      />
      <PlanNav plan={plan} />
      <DataTable
        caption={m.plan_wordings_caption({ plan: plan.name })}
        rows={rows}
        rowKey={({ part }) => addressOfPart(part)}
        empty={{ says: m.plan_versions_empty() }}
        columns={[
          {
            key: 'part',
            heading: m.plan_worded_part(),
            value: ({ part }) => nameOfPart(part),
            order: ({ part }) => rows.findIndex((row) => row.part === part),
            cell: ({ part }) => (
              <Link to={addressOfPart(part)} className="min-w-32 break-normal">
                {nameOfPart(part)}
              </Link>
            ),
          },
          { key: 'wording', heading: m.plan_wording_now(), value: ({ now }) => now.wording },
          {
            key: 'version',
            heading: m.plan_wording_versions(),
            value: ({ now }) => now.version,
            numeric: true,
          },
          {
            key: 'origin',
            heading: m.plan_written_by(),
            value: ({ now }) => originOfVersion(now),
            order: ({ now }) => now.on,
          },
        ]}
      />
    </>
  );
}
