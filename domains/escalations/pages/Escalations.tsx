import { useLoaderData, useSearchParams } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { listEscalations } from '../api.ts';
import { levels, levelWords } from '../model.ts';
import { EscalationList } from './shown/EscalationList.tsx';

export function loader(args: PageArgs) {
  return call(listEscalations, queryOf(args) as InputOf<typeof listEscalations>, {
    signal: args.request.signal,
  });
}

/** 知らせ: what goes on, or what was closed. */
export function Component() {
  const { escalations, next } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const [search] = useSearchParams();
  const acts = current?.role === 'gatherer' || current?.role === 'council_officer';
  const closed = search.get('state') === 'closed';
  return (
    <>
      <PageHeader
        title={m.escalations_title()}
        lead={acts ? m.escalations_lead() : m.escalations_lead_visitor()}
        actions={<ButtonLink to="/duties">{m.escalations_duties_title()}</ButtonLink>}
      />
      <SearchForm label={m.escalations_list_summary()}>
        <SelectField
          name="state"
          label={m.escalations_label_state()}
          emptyLabel={m.escalations_open()}
          choices={[{ value: 'closed', label: m.escalations_closed() }]}
        />
        <SelectField
          name="level"
          label={m.escalations_label_level()}
          emptyLabel={m.escalations_level_any()}
          choices={levels.map((value) => ({ value, label: levelWords[value]() }))}
        />
      </SearchForm>
      {escalations.length === 0 ? (
        <EmptyState says={closed ? m.escalations_empty_closed() : m.escalations_empty()} />
      ) : (
        <EscalationList escalations={escalations} />
      )}
      <Pagination next={next} />
    </>
  );
}
