import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { type ListedSupport, listAreas, listSupports, recordSupport, withdrawSupport } from '../api.ts';
import { supportKinds, supportKindWords, supportSorts, supportSortWords } from '../model.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const asked = queryOf(args) as InputOf<typeof listSupports>;
  const [found, { areas }] = await Promise.all([
    call(listSupports, asked, options),
    call(listAreas, {}, options),
  ]);
  return { ...found, areas, narrowed: Boolean(asked.district || asked.month || asked.kind) };
}

const kindChoices = () => supportKinds.map((value) => ({ value, label: supportKindWords[value]() }));

/** 支援の記録: what coordinators did for tables, 校区コミュニティ組織, 自治会 and groups. */
export function Component() {
  const { supports, next, areas, narrowed } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const districts = areas.map((one) => ({ value: one.district_id, label: one.district_name }));
  return (
    <>
      <PageHeader title={m.boards_supports_title()} lead={m.boards_supports_lead()} />
      <Section heading={m.boards_support_summary()}>
        <Form
          op={recordSupport}
          keeps
          mints="id"
          initial={{ supported_on: today }}
          submit={m.boards_support_submit()}
          doneSays={m.boards_support_done()}
        >
          <DateField name="supported_on" label={m.boards_label_supported()} required max={today} />
          <SelectField name="district_id" label={m.boards_label_district()} required choices={districts} />
          <SelectField
            name="sort"
            label={m.boards_label_sort()}
            required
            choices={supportSorts.map((value) => ({ value, label: supportSortWords[value]() }))}
          />
          <TextField
            name="name"
            label={m.boards_label_support_name()}
            hint={m.boards_hint_support_name()}
            required
            maxLength={100}
          />
          <SelectField name="kind" label={m.boards_label_support_kind()} required choices={kindChoices()} />
          <NumberField name="minutes" label={m.boards_label_minutes()} unit={m.boards_unit_minutes()} />
          <TextArea
            name="words"
            label={m.boards_label_support_words()}
            hint={m.boards_hint_support_words()}
            required
            rows={4}
            maxLength={2000}
          />
          <TextArea name="noticed" label={m.boards_label_noticed()} rows={2} maxLength={1000} />
          <DateField name="next_on" label={m.boards_label_support_next()} />
        </Form>
      </Section>
      <Section heading={m.boards_supports_list()}>
        <SearchForm label={m.boards_supports_search()}>
          <SelectField
            name="district"
            label={m.boards_label_district()}
            emptyLabel={m.boards_any()}
            choices={districts}
          />
          <TextField name="month" label={m.boards_label_month()} hint={m.boards_hint_month()} width="short" />
          <SelectField
            name="kind"
            label={m.boards_label_support_kind()}
            emptyLabel={m.boards_any()}
            choices={kindChoices()}
          />
        </SearchForm>
        <DataTable
          caption={m.boards_supports_caption()}
          rows={supports}
          rowKey={({ id }) => id}
          columns={columns}
          empty={{ says: narrowed ? m.boards_supports_not_found() : m.boards_supports_none() }}
          fileName={m.boards_supports_file()}
        />
        <Pagination next={next} size={100} />
      </Section>
    </>
  );
}

const columns: Column<ListedSupport>[] = [
  {
    key: 'on',
    heading: m.boards_label_supported(),
    value: ({ supported_on }) => formatDay(supported_on),
    order: ({ supported_on }) => supported_on,
  },
  {
    key: 'district',
    heading: m.boards_label_district(),
    value: ({ district_name }) => district_name,
    fileOnly: true,
  },
  {
    key: 'sort',
    heading: m.boards_label_sort(),
    value: ({ sort }) => supportSortWords[sort](),
    fileOnly: true,
  },
  {
    key: 'name',
    heading: m.boards_label_support_name(),
    value: ({ name }) => name,
    cell: ({ name, district_name, sort }) => (
      <>
        {name}
        <div>{m.boards_support_where({ district: district_name, sort: supportSortWords[sort]() })}</div>
      </>
    ),
  },
  {
    key: 'kind',
    heading: m.boards_label_support_kind(),
    value: ({ kind }) => supportKindWords[kind](),
    cell: ({ kind, minutes }) => (
      <>
        {supportKindWords[kind]()}
        {minutes !== null && <div>{m.boards_support_minutes({ n: minutes })}</div>}
      </>
    ),
  },
  {
    key: 'minutes',
    heading: m.boards_label_minutes(),
    value: ({ minutes }) => minutes,
    numeric: true,
    fileOnly: true,
  },
  {
    key: 'words',
    heading: m.boards_label_support_words(),
    value: ({ words }) => words,
    cell: ({ words, noticed }) => (
      <>
        {words}
        {noticed && <div className="mt-2">{m.boards_support_noticed({ words: noticed })}</div>}
      </>
    ),
  },
  { key: 'noticed', heading: m.boards_label_noticed(), value: ({ noticed }) => noticed, fileOnly: true },
  {
    key: 'next',
    heading: m.boards_label_support_next(),
    value: ({ next_on }) => next_on && formatDay(next_on),
    order: ({ next_on }) => next_on,
  },
  {
    key: 'back',
    heading: m.boards_label_mistake(),
    value: () => null,
    cell: ({ id, own }) =>
      own && (
        <CommandButton op={withdrawSupport} input={{ id }}>
          {m.boards_withdraw()}
        </CommandButton>
      ),
  },
];
