import * as m from '#messages';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { choiceOfPost } from './colleagues.ts';
import type { Door } from './load-door.ts';

interface WhoseVisitProps {
  door: Door;
  /** A post; empty for the actor's own. */
  whose: string;
  choose: (whose: string) => void;
}

/** Whose visit it was, for those who write for others; whoever looks in on the household comes first. */
export function WhoseVisit({ door: { colleagues, visitors }, whose, choose }: WhoseVisitProps) {
  const { account } = useMe();
  const looksInFirst = colleagues.toSorted(
    (one, other) => Number(visitors.includes(other.id)) - Number(visitors.includes(one.id)),
  );
  return (
    <SelectField
      name="whose"
      label={m.visits_whose()}
      hint={m.visits_whose_hint()}
      emptyLabel={m.visits_whose_own({ name: account?.name ?? '' })}
      choices={looksInFirst.map(choiceOfPost)}
      initial={whose}
      onChange={choose}
    />
  );
}
