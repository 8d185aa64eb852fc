import { Link, useLoaderData } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { type CodeEntry, choicesOn, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { type ListedGroup, listHelpingGroups } from '../api.ts';
import { levelWords, stages, stageWords } from '../model.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const asked = queryOf(args) as InputOf<typeof listHelpingGroups>;
  const [found, { entries }] = await Promise.all([
    call(listHelpingGroups, asked, options),
    call(listCodes, { list: 'helping_work' }, options),
  ]);
  return { ...found, entries, narrowed: Boolean(asked.work || asked.stage || asked.district) };
}

/** 助け合いのグループ: those of the own districts, and what others have let be read. */
export function Component() {
  const { groups, next, entries, narrowed } = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  const goes = current?.role === 'board_chair' || current?.role === 'community_coordinator';
  return (
    <>
      <PageHeader
        title={m.boards_groups_title()}
        lead={m.boards_groups_lead()}
        actions={
          goes && (
            <ButtonLink look="solid" to="/helping-groups/new">
              {m.boards_group_write_summary()}
            </ButtonLink>
          )
        }
      />
      <SearchForm label={m.boards_groups_search()}>
        <SelectField
          name="work"
          label={m.boards_label_works()}
          emptyLabel={m.boards_any()}
          choices={choicesOn(entries, 'helping_work', today)}
        />
        <SelectField
          name="stage"
          label={m.boards_label_stage()}
          emptyLabel={m.boards_any()}
          choices={stages.map((value) => ({ value, label: stageWords[value]() }))}
        />
      </SearchForm>
      <DataTable
        caption={m.boards_groups_caption()}
        rows={groups}
        rowKey={({ id }) => id}
        columns={columnsOn(entries, today)}
        empty={{ says: narrowed ? m.boards_groups_not_found() : m.boards_groups_none() }}
        fileName={m.boards_groups_file()}
      />
      <Pagination next={next} size={100} />
    </>
  );
}

function columnsOn(entries: readonly CodeEntry[], today: string): Column<ListedGroup>[] {
  return [
    {
      key: 'name',
      heading: m.boards_label_group(),
      value: ({ name }) => name,
      cell: ({ id, name }) => <Link to={`/helping-groups/${id}`}>{name}</Link>,
    },
    { key: 'district', heading: m.boards_label_district(), value: ({ district_name }) => district_name },
    {
      key: 'works',
      heading: m.boards_label_works(),
      value: ({ works }) =>
        works.map((work) => labelOf(entries, 'helping_work', work, today)).join(m.boards_comma()),
    },
    {
      key: 'stage',
      heading: m.boards_label_stage(),
      value: ({ stage }) => stageWords[stage](),
      order: ({ stage }) => stages.indexOf(stage),
    },
    {
      key: 'since',
      heading: m.boards_label_stage_since(),
      value: ({ stage_since }) => formatDay(stage_since),
      order: ({ stage_since }) => stage_since,
      fileOnly: true,
    },
    { key: 'days', heading: m.boards_label_days(), value: ({ days }) => days },
    { key: 'helpers', heading: m.boards_label_helpers(), value: ({ helpers }) => helpers, numeric: true },
    { key: 'shown', heading: m.boards_label_shown(), value: ({ shown }) => levelWords[shown]() },
  ];
}
