import * as m from '#messages';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { relationWords } from '../../model.ts';
import type { Opened } from './opened.ts';

/** Who lives there today. */
export function People({ household }: { household: Opened }) {
  const { today } = useMe();
  const present = household.members.filter(({ ends_on }) => ends_on === null || ends_on >= today);
  if (present.length === 0) return <EmptyState says={m.parties_people_none()} />;
  return (
    <ul className="border-t border-solid-gray-300">
      {present.map(({ id, name, kana, relation }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-b border-solid-gray-300 py-3">
          <span className="text-std-16B-170">{name}</span>
          <span className="text-solid-gray-700">{kana}</span>
          {relation && <span>{relationWords[relation]()}</span>}
        </li>
      ))}
    </ul>
  );
}
