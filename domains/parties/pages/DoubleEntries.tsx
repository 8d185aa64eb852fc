import { Link, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listHouseholds, undoMerge } from '../api.ts';
import type { ListedHousehold } from '../model.ts';
import { type Opened, openHousehold } from './shown/opened.ts';
import { PartHeader } from './shown/PartHeader.tsx';
import { WhereAllowed } from './shown/WhereAllowed.tsx';

/** Entries of the same district; before anything is looked for, those of the same name. */
export async function loader(args: PageArgs) {
  const household = await openHousehold(args);
  const asked = {
    text: household.name,
    ...queryOf(args),
    district: household.district.id,
  } as InputOf<typeof listHouseholds>;
  const { households, next } = await call(listHouseholds, asked, { signal: args.request.signal });
  return { household, others: households.filter(({ id }) => id !== household.id), next };
}

/** A household that was registered twice: the other entry is found here, and a merge that was wrong is undone. */
export function Component() {
  const { household, others, next } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <PartHeader household={household} part={m.parties_doubles()} lead={m.parties_doubles_lead()} />
      <WhereAllowed act="merge" household={household}>
        <Section heading={m.parties_doubles_find()}>
          <SearchForm label={m.parties_search()}>
            <TextField
              name="text"
              type="search"
              label={m.parties_search_text()}
              initial={search.size === 0 ? household.name : undefined}
              maxLength={100}
            />
            <SelectField
              name="state"
              label={m.parties_entry()}
              emptyLabel={m.parties_state_open()}
              width="short"
              choices={[{ value: 'closed', label: m.parties_state_closed() }]}
            />
          </SearchForm>
          <Others household={household} others={others} />
          <Pagination next={next} />
        </Section>
        <UndoMerge household={household} />
      </WhereAllowed>
    </>
  );
}

function Others({ household, others }: { household: Opened; others: readonly ListedHousehold[] }) {
  return (
    <DataTable
      caption={m.parties_doubles_found()}
      rows={others}
      rowKey={({ id }) => id}
      empty={{ says: m.parties_doubles_none() }}
      columns={[
        {
          key: 'name',
          heading: m.parties_export_name(),
          value: ({ name, kana }) => m.parties_name_with_kana({ name, kana }),
          order: ({ kana }) => kana,
        },
        { key: 'number', heading: m.parties_export_number(), value: ({ number }) => number },
        { key: 'address', heading: m.parties_export_address(), value: ({ address }) => address },
        { key: 'phone', heading: m.parties_export_phone(), value: ({ phone }) => phone },
        {
          key: 'compare',
          heading: m.parties_compare(),
          value: () => null,
          cell: ({ id, name, number }) => (
            <Link to={`/households/${household.id}/doubles/${id}`}>
              {m.parties_compare_with({ name, number })}
            </Link>
          ),
        },
      ]}
    />
  );
}

function UndoMerge({ household: { id: household, aliases } }: { household: Opened }) {
  const navigate = useNavigate();
  if (aliases.length === 0) return null;
  return (
    <Section heading={m.parties_undo_merge_summary()}>
      <Form
        op={undoMerge}
        submit={m.parties_undo_merge_submit()}
        done={() => navigate(`/households/${household}`, saying(m.parties_undo_merge_done()))}
      >
        <RadioGroup
          name="id"
          label={m.parties_undo_which()}
          required
          choices={aliases.map((alias) => ({
            value: alias.merge_id,
            label: m.parties_alias(alias),
            hint: alias.reason,
          }))}
        />
        <TextArea name="reason" label={m.parties_why_undone()} required rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}
