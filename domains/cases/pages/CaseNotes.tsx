import { useLoaderData } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { ExportButtons } from '#ui/ExportButtons.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, partOf, queryOf, readListed } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { exportNotes, listNotes } from '../note-api.ts';
import { noteOutcomes, noteOutcomeWords } from '../note-model.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { NoteList } from './shown/NoteList.tsx';
import { openCase } from './shown/open-case.ts';

export async function loader(args: PageArgs) {
  const case_id = partOf(args, 'id');
  const { signal } = args.request;
  const asked = { ...queryOf(args), case_id } as InputOf<typeof listNotes>;
  const [shown, { list, asked: understood }, { entries }] = await Promise.all([
    openCase(args),
    readListed(asked, (one) => call(listNotes, one, { signal })),
    call(listCodes, {}, { signal }),
  ]);
  const { after: _, limit: __, ...filter } = understood;
  return { shown, ...list, filter, entries };
}

/** 支援経過（一覧）: all notes of a case, to read, to print and to take along. */
export function Component() {
  const { shown, notes, next, filter, entries } = useLoaderData<typeof loader>();
  return (
    <>
      <CaseHeader
        shown={shown}
        part={m.cases_notes_sheet()}
        actions={
          shown.own && (
            <>
              <ButtonLink look="solid" to={`/cases/${shown.id}/notes/new`}>
                {m.cases_note_summary()}
              </ButtonLink>
              <ExportButtons op={exportNotes} filter={filter} />
              <DownloadLink href={hrefOf(exportNotes, { ...filter, format: 'xlsx' })}>
                {m.cases_notes_xlsx()}
              </DownloadLink>
              <DownloadLink href={hrefOf(exportNotes, { ...filter, format: 'pdf' })}>
                {m.cases_notes_pdf()}
              </DownloadLink>
            </>
          )
        }
      />
      <SearchForm label={m.cases_notes_search()}>
        <SelectField
          name="client"
          label={m.cases_label_person()}
          emptyLabel={m.cases_anybody()}
          choices={shown.members.map(({ client_id, name }) => ({
            value: client_id,
            label: name ?? m.cases_name_hidden(),
          }))}
        />
        <SelectField
          name="outcome"
          label={m.cases_label_outcome()}
          emptyLabel={m.cases_any()}
          choices={noteOutcomes.map((value) => ({ value, label: noteOutcomeWords[value]() }))}
        />
        <DateField name="from" label={m.cases_case_label_from()} />
        <DateField name="until" label={m.cases_case_label_until()} />
      </SearchForm>
      <NoteList notes={notes} members={shown.members} entries={entries} />
      <Pagination next={next} />
    </>
  );
}
