import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { needs, needWords } from '../model.ts';
import { listRoleNeeds, setRoleNeeds } from '../proposal-api.ts';
import { labelOfTag } from '../words/list-tags.ts';
import { tags } from '../words/taxonomy.ts';

export function loader(args: PageArgs) {
  return call(listRoleNeeds, {}, { signal: args.request.signal });
}

/** What some roles ask of whoever takes them on. */
export function Component() {
  const { roles } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.wishes_needs_title()} lead={m.wishes_needs_lead()} />
      <DataTable
        caption={m.wishes_needs_summary()}
        rows={roles}
        rowKey={({ tag }) => tag}
        columns={[
          { key: 'tag', heading: m.wishes_label_tag(), value: ({ tag }) => labelOfTag(tag) },
          {
            key: 'needs',
            heading: m.wishes_label_needs(),
            value: (row) => row.needs.map((need) => needWords[need]()).join(m.wishes_and()),
          },
          { key: 'from', heading: m.wishes_label_made_on(), value: ({ starts_on }) => formatDay(starts_on) },
        ]}
        empty={{ says: m.wishes_needs_empty() }}
      />
      <Section heading={m.wishes_needs_set_summary()}>
        <Form
          op={setRoleNeeds}
          mints="id"
          submit={m.wishes_needs_set_summary()}
          doneSays={m.wishes_needs_done()}
        >
          <SelectField
            name="tag"
            label={m.wishes_label_tag()}
            required
            emptyLabel={m.wishes_choose_tag()}
            choices={tags.map(({ tag, label }) => ({ value: tag, label }))}
          />
          <CheckboxGroup
            name="needs"
            label={m.wishes_label_needs()}
            inline
            choices={needs.map((value) => ({ value, label: needWords[value]() }))}
          />
        </Form>
      </Section>
    </>
  );
}
