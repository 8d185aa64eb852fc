import { useLoaderData, useNavigate } from 'react-router';
import { type Item, nameItem } from '#domains/items/model.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { formatFigure } from '#platform/figure.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { readAnswerSheet, takeInAnswerSheet } from '../api.ts';
import { answerFields } from '../parts.ts';
import { sheetHeadings } from '../sheet-columns.ts';
import { trailOf } from './shown/InquiryNav.tsx';
import { writeAuthor } from './shown/wording.ts';

type Sheet = OutputOf<typeof readAnswerSheet>;

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const [sheet, own] = await Promise.all([
    call(readAnswerSheet, { id: partOf(args, 'id') }, { signal }),
    loadItems('project_answer', signal),
  ]);
  return { sheet, own };
}

/** A sheet that came back: what it would change, side by side, or what keeps it from being taken in. */
export function Component() {
  const { sheet, own } = useLoaderData<typeof loader>();
  const back = `/inquiries/${sheet.inquiry.id}/sheets`;
  return (
    <>
      <PageHeader
        title={m.projects_sheet_title({ name: sheet.name })}
        trail={[...trailOf(sheet.inquiry), { label: m.projects_sheets_title(), to: back }]}
      />
      <Section heading={m.projects_sheet_whose()}>
        <DescriptionList
          items={[
            { term: m.projects_label_body(), value: sheet.body?.name },
            { term: m.projects_label_answered_by(), value: sheet.answered_by },
            {
              term: m.projects_label_brought(),
              value: m.projects_brought({ day: formatDay(sheet.on), author: writeAuthor(sheet.author) }),
            },
            {
              term: m.projects_label_taken(),
              value: sheet.taken_on === null ? m.projects_not_taken() : formatDay(sheet.taken_on),
            },
          ]}
        />
      </Section>
      {sheet.taken_on === null &&
        (sheet.problems.length > 0 ? <Problems sheet={sheet} /> : <Changes sheet={sheet} own={own} />)}
      <p>
        <ButtonLink to={back}>{m.projects_sheet_another()}</ButtonLink>
      </p>
    </>
  );
}

function Problems({ sheet: { problems } }: { sheet: Sheet }) {
  return (
    <Section heading={m.projects_sheet_problems({ n: problems.length })}>
      <Notice tone="warning">{m.projects_sheet_problems_lead()}</Notice>
      <DataTable
        caption={m.projects_sheet_problems_caption()}
        rows={problems.map((problem, n) => ({ ...problem, n }))}
        rowKey={({ n }) => String(n)}
        empty={{ says: m.projects_none() }}
        columns={[
          {
            key: 'cell',
            heading: m.projects_label_cell(),
            value: ({ cell }) => cell ?? m.projects_whole_sheet(),
          },
          { key: 'sentence', heading: m.projects_label_problem(), value: ({ sentence }) => sentence },
        ]}
      />
    </Section>
  );
}

function Changes({ sheet, own }: { sheet: Sheet; own: readonly Item[] }) {
  const { today } = useMe();
  const navigate = useNavigate();
  const rows = sheet.changes.flatMap(({ number, name, fields }) =>
    fields.map((field) => ({ ...field, project: m.projects_numbered({ number, name }) })),
  );
  return (
    <Section heading={m.projects_sheet_changes({ n: sheet.changes.length })}>
      <p>{m.projects_sheet_unchanged({ n: sheet.unchanged })}</p>
      <DataTable
        caption={m.projects_sheet_changes_caption()}
        rows={rows}
        rowKey={({ project, field }) => `${project} ${field}`}
        empty={{ says: m.projects_refused_sheet_nothing() }}
        columns={[
          { key: 'project', heading: m.projects_label_project(), value: ({ project }) => project },
          {
            key: 'field',
            heading: m.projects_sheet_how_what(),
            value: ({ field }) => nameField(field, own, today),
          },
          { key: 'before', heading: m.projects_label_before(), value: ({ before }) => say(before) },
          { key: 'after', heading: m.projects_label_after(), value: ({ after }) => say(after) },
        ]}
      />
      <p>
        <CommandButton
          op={takeInAnswerSheet}
          input={{ sheet_id: sheet.id }}
          look="solid"
          disabledReason={sheet.changes.length === 0 ? m.projects_refused_sheet_nothing() : undefined}
          done={() =>
            navigate(
              `/inquiries/${sheet.inquiry.id}`,
              saying(m.projects_sheet_taken_in({ n: sheet.changes.length, body: sheet.body?.name ?? '' })),
            )
          }
        >
          {m.projects_sheet_take_in({ n: sheet.changes.length })}
        </CommandButton>
      </p>
    </Section>
  );
}

function nameField(field: string, own: readonly Item[], today: string): string {
  const item = own.find(({ id }) => id === field);
  if (item) return nameItem(item, today);
  return answerFields.some((one) => one === field)
    ? sheetHeadings[field as (typeof answerFields)[number]]()
    : m.projects_none();
}

function say(value: string | number | null): string {
  if (value === null) return m.projects_none();
  return typeof value === 'number' ? formatFigure(value, 0, m.projects_yen()) : value;
}
