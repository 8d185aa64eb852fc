import { Link, useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { countDue, listDisposals, makeDisposal } from '../api.ts';
import { kindWords, stateWords } from '../model.ts';
import { stateTones, writeOrigin } from './shown/wording.ts';

type Due = NonNullable<OutputOf<typeof countDue>['due']>[number];

/** What is due, and every list that was made of it. */
export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [lists, due] = await Promise.all([
    call(listDisposals, queryOf(args), options),
    call(countDue, {}, options),
  ]);
  return { ...lists, due: due.due };
}

export function Component() {
  const { disposals, next, due } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.disposals_title()}
        lead={m.disposals_lead()}
        actions={<ButtonLink to="/retention">{m.disposals_retention_title()}</ButtonLink>}
      />
      {due && (
        <Section heading={m.disposals_due_title()}>
          <DataTable
            caption={m.disposals_due_caption()}
            rows={due}
            rowKey={({ kind, holder_id }) => `${kind} ${holder_id}`}
            empty={{ says: m.disposals_due_empty() }}
            columns={[
              { key: 'kind', heading: m.disposals_label_kind(), value: ({ kind }) => kindWords[kind]() },
              { key: 'holder', heading: m.disposals_label_holder(), value: ({ holder }) => holder },
              {
                key: 'until',
                heading: m.disposals_label_until(),
                value: (row) => m.disposals_until({ day: formatDay(row.until_day), years: row.years }),
                order: (row) => row.until_day,
              },
              { key: 'n', heading: m.disposals_label_due(), value: ({ n }) => n, numeric: true },
              { key: 'held', heading: m.disposals_label_held(), value: ({ held }) => held, numeric: true },
              {
                key: 'make',
                heading: m.disposals_label_act(),
                value: () => m.disposals_make(),
                cell: (row) => <MakeList due={row} />,
              },
            ]}
          />
        </Section>
      )}
      <Section heading={m.disposals_lists_title()}>
        <DataTable
          caption={m.disposals_lists_caption()}
          rows={disposals}
          rowKey={({ id }) => id}
          empty={{ says: due ? m.disposals_lists_empty_maker() : m.disposals_lists_empty() }}
          columns={[
            {
              key: 'kind',
              heading: m.disposals_label_kind(),
              value: ({ kind }) => kindWords[kind](),
              cell: (row) => <Link to={`/disposals/${row.id}`}>{kindWords[row.kind]()}</Link>,
            },
            { key: 'holder', heading: m.disposals_label_holder(), value: ({ holder }) => holder },
            {
              key: 'listed',
              heading: m.disposals_label_listed(),
              value: ({ listed }) => listed,
              numeric: true,
            },
            {
              key: 'state',
              heading: m.disposals_label_state(),
              value: ({ state }) => stateWords[state](),
              cell: ({ state }) => <Badge tone={stateTones[state]}>{stateWords[state]()}</Badge>,
            },
            {
              key: 'origin',
              heading: m.disposals_label_made_by(),
              value: writeOrigin,
              order: ({ on }) => on,
            },
          ]}
        />
        <Pagination next={next} />
      </Section>
    </>
  );
}

function MakeList({ due }: { due: Due }) {
  const navigate = useNavigate();
  return (
    <CommandButton
      op={makeDisposal}
      input={{ id: mintId(), kind: due.kind, holder_id: due.holder_id }}
      disabledReason={due.n === 0 ? m.disposals_all_held() : undefined}
      done={({ id }) => navigate(`/disposals/${id}`)}
    >
      {m.disposals_make()}
    </CommandButton>
  );
}
