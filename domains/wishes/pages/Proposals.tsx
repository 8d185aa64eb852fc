import { Link, useLoaderData } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { weighedPerWish } from '../model.ts';
import { listMatchProposals, type MatchProposal, readProposalUnderWay } from '../proposal-api.ts';
import { MakeProposal } from './shown/MakeProposal.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const asked = queryOf(args) as InputOf<typeof listMatchProposals>;
  const [found, { districts }, { under_way }] = await Promise.all([
    call(listMatchProposals, asked, options),
    call(listDistricts, {}, options),
    call(readProposalUnderWay, {}, options),
  ]);
  return { ...found, districts, under_way };
}

/** Proposals for a district or the town, and a new one. */
export function Component() {
  const { proposals, next, districts, under_way } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.wishes_proposals_title()} lead={m.wishes_proposals_lead({ n: weighedPerWish })} />
      <Section heading={m.wishes_proposal_make_summary()}>
        <MakeProposal underWay={under_way} submit={m.wishes_proposal_make_summary()}>
          <SelectField
            name="district_id"
            label={m.wishes_label_district()}
            emptyLabel={m.wishes_whole_town()}
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </MakeProposal>
      </Section>
      <DataTable
        caption={m.wishes_proposals_summary()}
        rows={proposals}
        rowKey={({ id }) => id}
        columns={columns()}
        empty={{ says: m.wishes_proposals_empty() }}
      />
      <Pagination next={next} />
    </>
  );
}

function columns(): Column<MatchProposal>[] {
  const title = ({ made_on, district_name }: MatchProposal) =>
    m.wishes_proposal_title({ day: formatDay(made_on), place: district_name ?? m.wishes_whole_town() });
  return [
    {
      key: 'title',
      heading: m.wishes_label_made_on(),
      value: title,
      cell: (row) => <Link to={`/match-proposals/${row.id}`}>{title(row)}</Link>,
    },
    {
      key: 'fulfilled',
      heading: m.wishes_proposal_fulfilled(),
      value: ({ fulfilled, wishes }) => m.wishes_proposal_fulfilled_line({ n: fulfilled, all: wishes }),
    },
    {
      key: 'both',
      heading: m.wishes_proposal_both(),
      value: ({ gives_and_receives }) => m.wishes_n_people({ n: gives_and_receives }),
    },
  ];
}
