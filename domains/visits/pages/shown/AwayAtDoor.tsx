import { Link } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { useMe } from '#ui/me.ts';
import { type listAbsences, takeAbsenceBack } from '../../api.ts';
import { writeShortDay } from './wording.ts';

interface AwayAtDoorProps {
  household: string;
  absences: OutputOf<typeof listAbsences>['absences'];
}

/** Whether the household said it would be away today, with one press to take that back; and the way to write it down. */
export function AwayAtDoor({ household, absences }: AwayAtDoorProps) {
  const { today } = useMe();
  const now = absences.find(({ stands, starts_on }) => stands && starts_on <= today);
  return (
    <div className="grid justify-items-start gap-2">
      {now && (
        <>
          <p className="text-std-18B-160">{m.visits_absence_says({ until: writeShortDay(now.ends_on) })}</p>
          <CommandButton op={takeAbsenceBack} input={{ id: now.id }}>
            {m.visits_absence_end()}
          </CommandButton>
        </>
      )}
      <p>
        <Link to={`/households/${household}/absences`}>{m.visits_absence_write()}</Link>
      </p>
    </div>
  );
}
