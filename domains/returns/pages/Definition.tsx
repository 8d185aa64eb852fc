import { useLoaderData } from 'react-router';
import { roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatDay, formatFiscalYear } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listReturnDefinitions } from '../api.ts';
import { type ReturnCode, returnWords } from '../model.ts';
import { sayDefinition } from '../wording.ts';
import { DefinedTables } from './shown/DefinedTables.tsx';
import { DefineReturn } from './shown/DefineReturn.tsx';

type Definition = OutputOf<typeof listReturnDefinitions>['definitions'][number];

export async function loader(args: PageArgs) {
  const input = { code: partOf(args, 'code') } as InputOf<typeof listReturnDefinitions>;
  const listed = await call(listReturnDefinitions, input, { signal: args.request.signal });
  return { ...listed, code: input.code as ReturnCode };
}

/** What a return counts: the newest version, those before it, and the next for whoever writes it. */
export function Component() {
  const { code, definitions, conferences, ways, withs } = useLoaderData<typeof loader>();
  const planner = useMe().current?.role === 'planner';
  const lists = { conferences, ways, withs };
  const [newest] = definitions;
  return (
    <>
      <PageHeader
        title={m.returns_definition_title({ title: returnWords[code]() })}
        lead={m.returns_definition_lead()}
        trail={[{ label: m.returns_title(), to: '/returns' }]}
      />
      {newest && (
        <Section heading={m.returns_definition_newest({ which: sayDefinition(newest.version) })}>
          <DefinedTables tables={newest.tables} lists={lists} />
        </Section>
      )}
      <Section heading={m.returns_definition_versions()}>
        <DataTable
          caption={m.returns_definition_versions_caption()}
          rows={definitions}
          rowKey={({ version }) => String(version)}
          empty={{ says: m.returns_empty() }}
          columns={[
            {
              key: 'version',
              heading: m.returns_definition_label_version(),
              value: ({ version }) => sayDefinition(version),
              order: ({ version }) => version,
            },
            { key: 'from', heading: m.returns_definition_label_from(), value: sayFrom },
            {
              key: 'note',
              heading: m.returns_label_reason(),
              value: ({ note }) => note,
            },
            { key: 'author', heading: m.returns_definition_label_author(), value: sayAuthor },
          ]}
        />
        {definitions.slice(1).map(({ version, tables }) => (
          <details key={version}>
            <summary className="min-h-11 cursor-pointer py-2">
              {m.returns_definition_open({ which: sayDefinition(version) })}
            </summary>
            <DefinedTables tables={tables} lists={lists} />
          </details>
        ))}
      </Section>
      {planner && newest && <DefineReturn code={code} newest={newest} lists={lists} />}
    </>
  );
}

function sayFrom({ starts_year }: Definition): string {
  return starts_year === null
    ? m.returns_definition_from_first()
    : m.returns_definition_from({
        year: formatFiscalYear(starts_year),
        day: formatDay(`${starts_year}-04-01`),
      });
}

function sayAuthor({ author, written_on }: Definition): string | null {
  if (!author || !written_on) return null;
  return m.returns_definition_by({
    role: roleWords[author.role](),
    body: author.body,
    day: formatDay(written_on),
  });
}
