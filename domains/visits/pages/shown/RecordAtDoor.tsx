import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { useMe } from '#ui/me.ts';
import { recordVisit } from '../../api.ts';
import { DoorForm, type Opening, openings } from './DoorForm.tsx';
import type { Door } from './load-door.ts';
import { addressOfDoor } from './RoundList.tsx';
import { WhoseVisit } from './WhoseVisit.tsx';

/** At a household: one press for the usual, everything else unfolded only when it is wanted. */
export function RecordAtDoor({ door }: { door: Door }) {
  const navigate = useNavigate();
  const { finishing } = useMe();
  const [search] = useSearchParams();
  const asked = search.get('as');
  const opening = openings.find((one) => one === asked) ?? (finishing ? 'full' : undefined);
  const post = search.get('post') ?? undefined;
  const [whose, setWhose] = useState(() => whoseAtFirst(door, post));

  const done = ({ id }: { id: string }) =>
    navigate(`/visits/new?${new URLSearchParams({ recorded: id, ...(post && { post }) })}`);
  return (
    <div className="grid gap-6">
      {door.colleagues.length > 0 && <WhoseVisit door={door} whose={whose} choose={setWhose} />}
      {opening ? (
        <DoorForm
          door={door}
          opening={opening}
          whose={whose}
          back={finishing ? '/visits/new' : addressOfDoor(door.household.id, post)}
          done={done}
        />
      ) : (
        <>
          <UsualButton household={door.household.id} whose={whose} done={done} />
          <Otherwise />
        </>
      )}
    </div>
  );
}

/** The one who looks in, when there is exactly one; otherwise the actor's own visit. */
function whoseAtFirst({ colleagues, visitors }: Door, post: string | undefined): string {
  const known = colleagues.filter(({ id }) => visitors.includes(id));
  if (post && colleagues.some(({ id }) => id === post)) return post;
  return known.length === 1 ? (known[0]?.id ?? '') : '';
}

interface UsualButtonProps {
  household: string;
  whose: string;
  done: (recorded: { id: string }) => void | Promise<void>;
}

function UsualButton({ household, whose, done }: UsualButtonProps) {
  const { today } = useMe();
  const [id] = useState(mintId);
  return (
    <div className="grid gap-2 [&_button]:min-h-24 [&_button]:w-full [&_button]:text-std-28B-150 [&_span]:w-full">
      <CommandButton
        op={recordVisit}
        input={{
          id,
          household_id: household,
          visited_on: today,
          channel: 'face',
          contact: 'met',
          condition: 'usual',
          ...(whose && { for_post: whose }),
        }}
        look="solid"
        done={done}
      >
        {m.visits_usual()}
      </CommandButton>
      <p>{m.visits_usual_means()}</p>
    </div>
  );
}

const otherWords: Record<Opening, () => string> = {
  absent: m.visits_otherwise_absent,
  concern: m.visits_otherwise_concern,
  alarm: m.visits_otherwise_alarm,
  full: m.visits_otherwise_full,
};

function Otherwise() {
  const [search] = useSearchParams();
  const at = (as: Opening) => `?${new URLSearchParams([...search, ['as', as]])}`;
  return (
    <nav aria-label={m.visits_otherwise()}>
      <p aria-hidden="true" className="mb-2 text-std-16B-170">
        {m.visits_otherwise()}
      </p>
      <ul className="grid gap-3 md:grid-cols-2 [&_a]:min-h-16 [&_a]:w-full">
        {openings.map((as) => (
          <li key={as}>
            <ButtonLink to={at(as)}>{otherWords[as]()}</ButtonLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
