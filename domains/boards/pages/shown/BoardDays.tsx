import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Section } from '#ui/Section.tsx';
import { hideBoardDays, type readBoard, showBoardDays } from '../../api.ts';

type Board = Pick<OutputOf<typeof readBoard>, 'id' | 'days_shown_at'>;

/** 日程の公開: whether anybody may know when and where the table means to meet. */
export function BoardDays({ board: { id, days_shown_at } }: { board: Board }) {
  const address = `/calendars/boards/${id}.ics`;
  return (
    <Section heading={m.boards_days()}>
      <p>{m.boards_days_lead()}</p>
      {days_shown_at === null ? (
        <>
          <p>{m.boards_days_hidden_now()}</p>
          <p>
            <CommandButton op={showBoardDays} input={{ id: mintId(), board_id: id }}>
              {m.boards_days_show()}
            </CommandButton>
          </p>
        </>
      ) : (
        <>
          <p>{m.boards_days_shown_now({ at: formatInstant(days_shown_at) })}</p>
          <p>
            <a href={address}>{new URL(address, window.location.href).href}</a>
          </p>
          <p>
            <CommandButton op={hideBoardDays} input={{ id }}>
              {m.boards_days_hide()}
            </CommandButton>
          </p>
        </>
      )}
    </Section>
  );
}
