import * as m from '#messages';
import { nestFields } from '#ui/Form/nest.ts';
import type { Typed } from '#ui/Form/read-typed.ts';
import { readConditions, writeConditions } from '../../conditions.ts';
import type { CountedTable } from '../../model.ts';

export const mostTables = 8;
export const mostColumns = 8;

/** What the fields of a definition begin with. */
export function fieldsOf(tables: readonly CountedTable[]): unknown {
  return {
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, where: writeConditions(column.where) })),
    })),
  };
}

interface TypedColumn {
  wording?: string;
  source?: string;
  show?: 'things' | 'persons';
  where?: readonly string[];
}
interface TypedTable {
  wording?: string;
  rows?: string;
  columns?: readonly TypedColumn[];
}

/** The definition that was typed. What has no name is left out; what was there keeps its code, so that figures can be compared. */
export function readDefined(typed: Typed, before: readonly CountedTable[]): Record<string, unknown> {
  const {
    tables = [],
    starts_year,
    ...rest
  } = nestFields(typed) as {
    tables?: readonly TypedTable[];
    starts_year?: string;
  };
  return {
    ...rest,
    starts_year: Number(starts_year),
    tables: tables.flatMap((table, t) =>
      table?.wording === undefined
        ? []
        : [
            {
              code: before[t]?.code ?? `table_${t + 1}`,
              wording: table.wording,
              rows: table.rows ?? null,
              columns: (table.columns ?? []).flatMap((column, c) =>
                column?.wording === undefined
                  ? []
                  : [
                      {
                        code: before[t]?.columns[c]?.code ?? `column_${c + 1}`,
                        wording: column.wording,
                        unit: column.show === 'persons' ? m.returns_unit_persons() : m.returns_unit_things(),
                        source: column.source,
                        show: column.show ?? 'things',
                        where: readConditions(column.where ?? []),
                      },
                    ],
              ),
            },
          ],
    ),
  };
}
