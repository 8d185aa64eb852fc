import { useLoaderData } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { listWishes } from '../api.ts';
import { wishColumns } from './shown/columns.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const asked = queryOf(args) as InputOf<typeof listWishes>;
  const [found, { districts }] = await Promise.all([
    call(listWishes, asked, options),
    call(listDistricts, {}, options),
  ]);
  return { ...found, districts, side: asked.side ?? 'wish', narrowed: Boolean(asked.q || asked.district) };
}

/** 願い and できること, those that have waited longest first. */
export function Component() {
  const { wishes, next, districts, side, narrowed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.wishes_title()}
        lead={m.wishes_lead()}
        actions={
          <>
            <ButtonLink look="solid" to="/wishes/new?side=wish">
              {m.wishes_write_wish()}
            </ButtonLink>
            <ButtonLink to="/wishes/new?side=offer">{m.wishes_write_offer()}</ButtonLink>
          </>
        }
      />
      <SearchForm label={m.wishes_list_summary()}>
        <SelectField
          name="side"
          label={m.wishes_label_side()}
          emptyLabel={m.wishes_side_wish()}
          choices={[{ value: 'offer', label: m.wishes_side_offer() }]}
        />
        <TextField name="q" label={m.wishes_label_search()} type="search" />
        <SelectField
          name="district"
          label={m.wishes_label_district()}
          emptyLabel={m.wishes_any_district()}
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="state"
          label={m.wishes_label_state()}
          emptyLabel={m.wishes_open()}
          choices={[
            { value: 'full', label: m.wishes_state_full() },
            { value: 'closed', label: m.wishes_closed() },
          ]}
        />
      </SearchForm>
      <DataTable
        caption={side === 'offer' ? m.wishes_side_offer() : m.wishes_side_wish()}
        rows={wishes}
        rowKey={({ id }) => id}
        columns={wishColumns(['side'])}
        empty={{ says: narrowed ? m.wishes_nothing_found() : m.wishes_empty() }}
      />
      <Pagination next={next} />
    </>
  );
}
