import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { type ListedNotice, listNotices } from '../api.ts';
import { languageWords, noticeStateWords } from '../model.ts';
import { stateTones } from './shown/state-tones.ts';

export function loader(args: PageArgs) {
  return call(listNotices, queryOf(args) as InputOf<typeof listNotices>, { signal: args.request.signal });
}

/** お知らせ: what one's body has written, the newest first. */
export function Component() {
  const { notices, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.notices_title()}
        lead={m.notices_lead()}
        actions={
          <>
            <ButtonLink look="solid" to="/notice-desk/new">
              {m.notices_write()}
            </ButtonLink>
            <ButtonLink to="/notice-words">{m.notices_words_title()}</ButtonLink>
            <a href="/notices">{m.notices_to_public()}</a>
          </>
        }
      />
      <DataTable
        caption={m.notices_list_summary()}
        rows={notices}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.notices_none() }}
      />
      <Pagination next={next} />
    </>
  );
}

const columns: Column<ListedNotice>[] = [
  {
    key: 'title',
    heading: m.notices_label_title(),
    value: ({ title }) => title,
    cell: ({ id, title }) => <Link to={`/notice-desk/${id}`}>{title}</Link>,
  },
  {
    key: 'state',
    heading: m.notices_label_state(),
    value: ({ state }) => noticeStateWords[state](),
    cell: ({ state }) => <Badge tone={stateTones[state]}>{noticeStateWords[state]()}</Badge>,
  },
  {
    key: 'languages',
    heading: m.notices_label_languages(),
    value: ({ languages }) => languages.map((one) => languageWords[one]()).join(m.notices_between()),
  },
  {
    key: 'where',
    heading: m.notices_label_districts(),
    value: ({ district_names }) => district_names.join(m.notices_between()) || m.notices_whole_town(),
  },
  {
    key: 'from',
    heading: m.notices_label_shown_from(),
    value: ({ shown_from }) => formatDay(shown_from),
    order: ({ shown_from }) => shown_from,
  },
  {
    key: 'until',
    heading: m.notices_label_shown_until(),
    value: ({ shown_until }) => (shown_until ? formatDay(shown_until) : m.notices_no_end()),
  },
];
