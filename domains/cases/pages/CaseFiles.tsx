import { useLoaderData } from 'react-router';
import { personFacetWords } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { FileField } from '#ui/fields/FileField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type Attached, attachFile, listCaseFiles, readCaseFile, takeOutFile } from '../attachment-api.ts';
import { attachmentFacets, attachmentLimit, attachmentTypes } from '../attachment-model.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { Folded } from './shown/Folded.tsx';
import { openCase } from './shown/open-case.ts';

export async function loader(args: PageArgs) {
  const [shown, { files }] = await Promise.all([
    openCase(args),
    call(listCaseFiles, { case_id: partOf(args, 'id') }, { signal: args.request.signal }),
  ]);
  return { shown, files };
}

/** Photographs and papers of a case, under its gate. */
export function Component() {
  const { shown, files } = useLoaderData<typeof loader>();
  return (
    <>
      <CaseHeader shown={shown} part={m.cases_part_files()} />
      {files.length === 0 ? (
        <EmptyState says={m.cases_files_empty()} />
      ) : (
        <ul className="mb-10 grid gap-4">
          {files.map((one) => (
            <li key={one.id} className="grid gap-2 rounded-8 border border-solid-gray-300 p-4">
              <File one={one} own={shown.own} />
            </li>
          ))}
        </ul>
      )}
      {shown.own && (
        <Section heading={m.cases_attach_summary()}>
          <Form
            op={attachFile}
            mints="id"
            also={{ case_id: shown.id }}
            submit={m.cases_attach_submit()}
            doneSays={m.cases_attached()}
          >
            <FileField
              name="file"
              label={m.cases_label_file()}
              hint={m.cases_file_hint()}
              required
              accept={attachmentTypes.join()}
              maxBytes={attachmentLimit}
            />
            <SelectField
              name="client_id"
              label={m.cases_label_person()}
              emptyLabel={m.cases_whole_household()}
              choices={shown.members.map(({ client_id, name }) => ({ value: client_id, label: name ?? '' }))}
            />
            <SelectField
              name="facet"
              label={m.cases_label_file_facet()}
              required
              emptyLabel={m.cases_choose()}
              choices={attachmentFacets.map((value) => ({ value, label: personFacetWords[value]() }))}
            />
          </Form>
        </Section>
      )}
    </>
  );
}

function File({ one, own }: { one: Attached; own: boolean }) {
  return (
    <>
      <p className="text-std-16B-170">{one.name}</p>
      <p>
        {m.cases_file_line({
          person:
            one.client_id === null ? m.cases_whole_household() : (one.client_name ?? m.cases_name_hidden()),
          facet: personFacetWords[one.facet](),
          day: formatDay(one.added_on),
          kilobytes: Math.ceil(one.size / 1024),
        })}
      </p>
      {one.taken_out_why === null ? (
        <div className="flex flex-wrap gap-3">
          <DownloadLink href={hrefOf(readCaseFile, { id: one.id })}>
            {m.cases_file_open({ name: one.name })}
          </DownloadLink>
        </div>
      ) : (
        <p>{m.cases_file_gone({ reason: one.taken_out_why })}</p>
      )}
      {own && one.taken_out_why === null && (
        <Folded summary={m.cases_file_out_summary()}>
          <Form
            op={takeOutFile}
            keeps
            also={{ id: one.id }}
            which={one.id}
            submit={m.cases_file_out_submit()}
          >
            <TextArea name="reason" label={m.cases_label_why()} required rows={2} maxLength={500} />
          </Form>
        </Folded>
      )}
    </>
  );
}
