import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { endSession } from '../../api.ts';

interface SessionsProps {
  sessions: readonly { id: string; created_at: string; expires_at: string; current: boolean }[];
  /** Why none can be ended yet. */
  wait: string | undefined;
}

/** Where one is signed in; every other place can be signed out from here. */
export function Sessions({ sessions, wait }: SessionsProps) {
  return (
    <ul className="grid gap-3">
      {sessions.map(({ id, created_at, expires_at, current }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-4 border-b border-solid-gray-300 py-2"
        >
          <span>
            {m.posts_session_line({ from: formatInstant(created_at), until: formatInstant(expires_at) })}
          </span>
          {current ? (
            <Badge tone="blue">{m.posts_session_here()}</Badge>
          ) : (
            <CommandButton op={endSession} input={{ id }} disabledReason={wait}>
              {m.posts_session_end()}
            </CommandButton>
          )}
        </li>
      ))}
    </ul>
  );
}
