import { Link } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Section } from '#ui/Section.tsx';
import type { checkLedger } from '../../api.ts';
import { mostListed } from '../../model.ts';

type Check = OutputOf<typeof checkLedger>;

/** What a list of households comes to: by district, and every value that would change with what stands there now. */
export function HouseholdChanges({ check }: { check: Check }) {
  const { places, changes } = check;
  return (
    <>
      <Section heading={m.ledgers_places_heading()}>
        <DataTable
          caption={m.ledgers_places_caption()}
          rows={places}
          rowKey={({ district }) => district}
          columns={placeColumns}
          empty={{ says: m.ledgers_waiting_empty() }}
        />
      </Section>
      {changes.length > 0 && (
        <Section heading={m.ledgers_changes_heading({ n: changes.length })}>
          {changes.length === mostListed && <p>{m.ledgers_changes_first({ n: mostListed })}</p>}
          <DataTable
            caption={m.ledgers_changes_caption()}
            rows={changes}
            rowKey={({ row, field }) => `${row} ${field}`}
            columns={changeColumns}
            empty={{ says: m.ledgers_waiting_empty() }}
          />
        </Section>
      )}
    </>
  );
}

const placeColumns: Column<Check['places'][number]>[] = [
  { key: 'district', heading: m.ledgers_label_district(), value: ({ district }) => district },
  { key: 'rows', heading: m.ledgers_label_read(), numeric: true, value: ({ rows }) => rows },
  {
    key: 'registered',
    heading: m.ledgers_label_registered(),
    numeric: true,
    value: ({ registered }) => registered,
  },
  {
    key: 'corrected',
    heading: m.ledgers_label_corrected(),
    numeric: true,
    value: ({ corrected }) => corrected,
  },
];

const changeColumns: Column<Check['changes'][number]>[] = [
  {
    key: 'number',
    heading: m.ledgers_field_household(),
    value: ({ number }) => number,
    cell: ({ number, household }) => <Link to={`/households/${household}`}>{number}</Link>,
  },
  { key: 'field', heading: m.ledgers_label_field(), value: ({ field }) => field },
  { key: 'now', heading: m.ledgers_label_now(), value: ({ now }) => now },
  { key: 'said', heading: m.ledgers_label_then(), value: ({ said }) => said },
  { key: 'row', heading: m.ledgers_label_row(), numeric: true, value: ({ row }) => row },
];
