import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { dayOfInstant } from '../../letters/pages/shown/day-of-instant.ts';
import { type ListedNote, listWishNotes } from '../api.ts';
import { boxes, boxWords } from '../model.ts';
import { writeNoteState } from './shown/note-state.ts';

export async function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listWishNotes>;
  return {
    box: asked.box ?? 'waiting',
    ...(await call(listWishNotes, asked, { signal: args.request.signal })),
  };
}

/** 届いた願い: what people wrote themselves. */
export function Component() {
  const { box, notes, next, waiting, held_back } = useLoaderData<typeof loader>();
  const counts: Partial<Record<(typeof boxes)[number], number>> = { waiting, held_back };
  return (
    <>
      <PageHeader
        title={m.cards_notes_title()}
        lead={m.cards_notes_lead()}
        actions={<ButtonLink to="/wish-cards">{m.cards_title()}</ButtonLink>}
      />
      <nav aria-label={m.cards_boxes()} className="mb-6">
        <ul className="flex flex-wrap gap-x-6">
          {boxes.map((one) => (
            <li key={one}>
              <Link
                to={`/wish-notes?box=${one}`}
                aria-current={one === box ? 'page' : undefined}
                className={`inline-block border-b-4 py-2 ${
                  one === box ? 'border-key-900 text-std-16B-170 no-underline' : 'border-transparent'
                }`}
              >
                {counts[one] === undefined
                  ? boxWords[one]()
                  : m.cards_box_count({ box: boxWords[one](), n: counts[one] })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <DataTable
        caption={boxWords[box]()}
        rows={notes}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: empty[box]() }}
      />
      <Pagination next={next} />
    </>
  );
}

const empty = {
  waiting: m.cards_empty_waiting,
  held_back: m.cards_empty_held_back,
  done: m.cards_empty_done,
} as const;

function writeWords({ sides }: ListedNote): string {
  return sides.flatMap(({ words }) => words ?? []).join(m.wishes_apart()) || m.cards_no_words();
}

const columns: Column<ListedNote>[] = [
  {
    key: 'at',
    heading: m.cards_label_received(),
    value: ({ received_at }) => formatDay(dayOfInstant(received_at)),
    order: ({ received_at }) => received_at,
  },
  {
    key: 'words',
    heading: m.cards_label_words(),
    value: writeWords,
    cell: (note) => <Link to={`/wish-notes/${note.id}`}>{writeWords(note)}</Link>,
  },
  { key: 'name', heading: m.cards_label_name(), value: ({ name }) => name },
  { key: 'district', heading: m.cards_label_district(), value: ({ district_name }) => district_name },
  { key: 'state', heading: m.cards_label_state(), value: writeNoteState },
];
