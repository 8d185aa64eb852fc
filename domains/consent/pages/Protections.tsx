import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { listProtections } from '../protection-api.ts';

export function loader(args: PageArgs) {
  return call(listProtections, queryOf(args), { signal: args.request.signal });
}

/** Whose address is protected, by decision of the records officer. */
export function Component() {
  const { protections, next } = useLoaderData<typeof loader>();
  const choose = <ButtonLink to="/clients">{m.consent_protect_choose()}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={m.consent_protections_title()}
        lead={m.consent_protections_lead()}
        actions={choose}
      />
      <DataTable
        caption={m.consent_protections_title()}
        rows={protections}
        rowKey={({ id }) => id}
        empty={{ says: m.consent_protections_empty(), action: choose }}
        columns={[
          {
            key: 'name',
            heading: m.consent_person(),
            value: ({ person_name }) => person_name,
            cell: ({ id, person_name }) => (
              <Link to={`/protections/${id}`}>{person_name ?? m.consent_person_unnamed()}</Link>
            ),
          },
          {
            key: 'keepers',
            heading: m.consent_keepers(),
            value: ({ keepers }) =>
              keepers.map(({ name }) => name ?? m.consent_post_over()).join(m.consent_join()),
          },
          {
            key: 'ends',
            heading: m.consent_protected_until(),
            value: ({ ends_on }) => (ends_on ? formatDay(ends_on) : m.consent_no_end()),
            order: ({ ends_on }) => ends_on,
          },
          {
            key: 'state',
            heading: m.consent_state(),
            value: ({ ended_at }) => (ended_at ? m.consent_state_over() : m.consent_state_open()),
            cell: ({ ended_at }) => (
              <Badge tone={ended_at ? 'neutral' : 'green'}>
                {ended_at ? m.consent_state_over() : m.consent_state_open()}
              </Badge>
            ),
          },
        ]}
      />
      <Pagination next={next} size={100} />
    </>
  );
}
