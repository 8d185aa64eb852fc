import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { listProvisions } from '../api.ts';
import { stateOfProvision } from '../model.ts';
import { StateBadge } from './shown/StateBadge.tsx';
import { writeBasis, writeFacets, writeState, writeTime } from './shown/wording.ts';

export function loader(args: PageArgs) {
  return call(listProvisions, queryOf(args) as InputOf<typeof listProvisions>, {
    signal: args.request.signal,
  });
}

/** Who gives what to whom, on which basis, until when. */
export function Component() {
  const { provisions, next } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const give = <ButtonLink to="/provisions/new">{m.consent_provide_summary()}</ButtonLink>;
  return (
    <>
      <PageHeader title={m.consent_list_title()} lead={m.consent_list_lead()} actions={give} />
      <DataTable
        caption={m.consent_list_title()}
        rows={provisions}
        rowKey={({ id }) => id}
        empty={{ says: m.consent_list_empty(), action: give }}
        columns={[
          {
            key: 'receiver',
            heading: m.consent_receiver(),
            value: ({ receiver }) => receiver.name,
            cell: ({ id, receiver }) => <Link to={`/provisions/${id}`}>{receiver.name}</Link>,
          },
          { key: 'holder', heading: m.consent_giver(), value: ({ holder }) => holder.name },
          { key: 'facets', heading: m.consent_facets(), value: writeFacets },
          { key: 'basis', heading: m.consent_basis(), value: ({ basis }) => writeBasis(basis) },
          {
            key: 'time',
            heading: m.consent_time(),
            value: writeTime,
            order: ({ starts_on }) => starts_on,
          },
          {
            key: 'state',
            heading: m.consent_state(),
            value: (provision) => writeState(stateOfProvision(provision, today)),
            cell: (provision) => <StateBadge state={stateOfProvision(provision, today)} />,
          },
        ]}
      />
      <Pagination next={next} size={100} />
    </>
  );
}
