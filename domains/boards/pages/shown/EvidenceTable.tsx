import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import type { listEvidence } from '../../api.ts';
import { triedColumns } from './tried-columns.tsx';

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
  ...triedColumns<Evidence>(),
  { key: 'because', heading: m.boards_label_link_words(), value: ({ because }) => because },
  {
    key: 'linked',
    heading: m.boards_label_linked(),
    value: ({ linked_on }) => formatDay(linked_on),
    order: ({ linked_on }) => linked_on,
  },
];
