import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { closingWords, type ShownWish, sideWords } from '../../model.ts';
import { labelOfTag } from '../../words/list-tags.ts';

/** A list of wishes and offers; `with` leaves out what the page says already. */
export function wishColumns(without: readonly ('side' | 'participant')[]): Column<ShownWish>[] {
  const columns: Column<ShownWish>[] = [
    { key: 'side', heading: m.wishes_label_side(), value: ({ side }) => sideWords[side]() },
    {
      key: 'words',
      heading: m.wishes_label_words(),
      value: ({ words }) => words,
      cell: ({ id, words }) => <Link to={`/wishes/${id}`}>{words}</Link>,
    },
    {
      key: 'participant',
      heading: m.wishes_label_participant(),
      value: ({ participant_name }) => participant_name,
      cell: ({ participant_id, participant_name }) => (
        <Link to={`/participants/${participant_id}`}>{participant_name}</Link>
      ),
    },
    {
      key: 'tags',
      heading: m.wishes_label_tags(),
      value: ({ tags }) => tags.map(labelOfTag).join(m.wishes_and()),
    },
    { key: 'district', heading: m.wishes_label_district(), value: ({ district_name }) => district_name },
    {
      key: 'entered',
      heading: m.wishes_label_entered(),
      value: ({ entered_on }) => formatDay(entered_on),
      order: ({ entered_on }) => entered_on,
    },
    { key: 'state', heading: m.wishes_label_state(), value: writeState },
  ];
  return columns.filter(({ key }) => !without.some((left) => left === key));
}

export function writeState({ closed_why, over, going_on, came_true, times }: ShownWish): string {
  if (closed_why) return closingWords[closed_why]();
  if (came_true >= times) return m.wishes_state_full();
  if (going_on > 0) return m.wishes_state_going_on();
  if (over) return m.wishes_state_over();
  return came_true > 0 ? m.wishes_state_came_true() : m.wishes_state_waits();
}
