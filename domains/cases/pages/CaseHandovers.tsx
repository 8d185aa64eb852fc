import { useLoaderData } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { listCaseHandovers } from '../handover-api.ts';
import { Handovers } from './shown/Handovers.tsx';

export function loader(args: PageArgs) {
  return call(listCaseHandovers, queryOf(args) as InputOf<typeof listCaseHandovers>, {
    signal: args.request.signal,
  });
}

/** Hand-overs one's body asks, and those it is asked for. */
export function Component() {
  const { handovers, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.cases_handovers_title()} lead={m.cases_handovers_lead()} />
      <SearchForm label={m.cases_handovers_title()}>
        <SelectField
          name="state"
          label={m.cases_case_label_state()}
          emptyLabel={m.cases_handovers_open()}
          choices={[{ value: 'all', label: m.cases_handovers_all() }]}
        />
      </SearchForm>
      {handovers.length === 0 ? (
        <EmptyState says={m.cases_handovers_empty()} />
      ) : (
        <Handovers handovers={handovers} />
      )}
      <Pagination next={next} />
    </>
  );
}
