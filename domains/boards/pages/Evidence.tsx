import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { listEvidence } from '../api.ts';
import { outcomeWords, stageWords, triedKindWords } from '../model.ts';

type Evidence = OutputOf<typeof listEvidence>['evidence'][number];

export function loader(args: PageArgs) {
  return call(listEvidence, queryOf(args) as InputOf<typeof listEvidence>, { signal: args.request.signal });
}

/** By measure of the plan, what the tables of the districts did for it, as far as they let the city read it. */
export function Component() {
  const { evidence } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.boards_evidence_title()} lead={m.boards_evidence_lead()} />
      <DataTable
        caption={m.boards_evidence_caption()}
        rows={evidence}
        rowKey={(one) => one.link_id}
        columns={columns}
        empty={{ says: m.boards_evidence_none() }}
        fileName={m.boards_evidence_file()}
      />
    </>
  );
}

const columns: Column<Evidence>[] = [
  {
    key: 'measure',
    heading: m.boards_label_measure(),
    value: (one) => m.boards_measure_of({ plan: one.plan, n: one.number, name: one.measure }),
  },
  { key: 'words', heading: m.boards_label_words(), value: ({ words }) => words },
  { key: 'what', heading: m.boards_label_kind(), value: ({ what }) => triedKindWords[what]() },
  { key: 'district', heading: m.boards_label_district(), value: ({ district_name }) => district_name },
  {
    key: 'state',
    heading: m.boards_label_came_of(),
    value: ({ stage, outcome }) => (stage ? stageWords[stage]() : outcome ? outcomeWords[outcome]() : null),
  },
  { key: 'because', heading: m.boards_label_link_words(), value: ({ because }) => because },
  {
    key: 'linked',
    heading: m.boards_label_linked(),
    value: ({ linked_on }) => formatDay(linked_on),
    order: ({ linked_on }) => linked_on,
  },
];
