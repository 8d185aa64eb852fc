import { Link } from 'react-router';
import * as m from '#messages';
import type { Column } from '#ui/DataTable/columns.ts';
import type { Tried } from '../../api.ts';
import { outcomeWords, stageWords, triedKindWords } from '../../model.ts';

type TriedSoFar = Pick<Tried, 'id' | 'what' | 'words' | 'district_name' | 'stage' | 'outcome'>;

/** What was tried, which sort it is, where, and what came of it. */
export function triedColumns<T extends TriedSoFar>(): Column<T>[] {
  return [
    {
      key: 'words',
      heading: m.boards_label_words(),
      value: ({ words }) => words,
      cell: ({ id, what, words }) =>
        what === 'group' ? <Link to={`/helping-groups/${id}`}>{words}</Link> : words,
    },
    { key: 'what', heading: m.boards_label_kind(), value: ({ what }) => triedKindWords[what]() },
    { key: 'district', heading: m.boards_label_district(), value: ({ district_name }) => district_name },
    {
      key: 'state',
      heading: m.boards_label_came_of(),
      value: ({ stage, outcome }) => (stage ? stageWords[stage]() : outcome ? outcomeWords[outcome]() : null),
    },
  ];
}
