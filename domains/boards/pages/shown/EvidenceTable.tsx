import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import type { listEvidence } from '../../api.ts';
import { outcomeWords, stageWords, triedKindWords } from '../../model.ts';

type Evidence = OutputOf<typeof listEvidence>['evidence'][number];

interface EvidenceTableProps {
  evidence: readonly Evidence[];
  /** On the page of a measure its name does not stand in every row. */
  ofOneMeasure?: boolean;
}

/** What the tables of the districts did for measures of the plan, as far as they let the city read it. */
export function EvidenceTable({ evidence, ofOneMeasure = false }: EvidenceTableProps) {
  return (
    <DataTable
      caption={m.boards_evidence_caption()}
      rows={evidence}
      rowKey={(one) => one.link_id}
      columns={ofOneMeasure ? columns : [measure, ...columns]}
      empty={{ says: m.boards_evidence_none() }}
      fileName={m.boards_evidence_file()}
    />
  );
}

const nameMeasure = (one: Evidence) =>
  m.boards_measure_of({ plan: one.plan, n: one.number, name: one.measure });

const measure: Column<Evidence> = {
  key: 'measure',
  heading: m.boards_label_measure(),
  value: nameMeasure,
  cell: (one) => <Link to={`/plans/${one.plan_code}/measures/${one.number}`}>{nameMeasure(one)}</Link>,
};

const columns: Column<Evidence>[] = [
  {
    key: 'words',
    heading: m.boards_label_words(),
    value: ({ words }) => words,
    cell: ({ id, what, words }) =>
      what === 'group' ? <Link to={`/helping-groups/${id}`}>{words}</Link> : words,
  },
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
