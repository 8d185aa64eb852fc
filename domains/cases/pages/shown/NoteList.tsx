import { Link } from 'react-router';
import type { CodeEntry } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import type { ShownNote } from '../../note-api.ts';
import { noteOutcomeWords, sayWay, sayWith } from '../../note-model.ts';

interface NoteListProps {
  notes: readonly ShownNote[];
  members: readonly { client_id: string; name: string | null }[];
  /** The town's lists. */
  entries: readonly CodeEntry[];
}

const tones = { spoke: 'blue', attempt: 'neutral', declined: 'yellow', kept_touch: 'green' } as const;

/** Notes, the newest first: what happened, what came of it, what comes next. */
export function NoteList({ notes, members, entries }: NoteListProps) {
  if (notes.length === 0) return <EmptyState says={m.cases_notes_empty()} />;
  const names = new Map(members.map(({ client_id, name }) => [client_id, name]));
  return (
    <ol className="grid gap-4">
      {notes.map((note) => (
        <li
          key={note.id}
          className="grid gap-2 rounded-8 border border-solid-gray-300 p-4 break-inside-avoid"
        >
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Link to={`/case-notes/${note.id}`} className="inline-block py-1 text-std-16B-170">
              {note.at_time
                ? m.cases_note_when({ day: formatDay(note.noted_on), time: note.at_time })
                : formatDay(note.noted_on)}
            </Link>
            <span>{sayWay(note, entries)}</span>
            <span>{sayWith(note, entries)}</span>
            <Badge tone={tones[note.outcome]}>{noteOutcomeWords[note.outcome]()}</Badge>
            {note.withdrawn_reason !== null && <Badge tone="red">{m.cases_note_withdrawn()}</Badge>}
          </p>
          <p className="text-solid-gray-700">
            {note.client_id === null
              ? m.cases_whole_household()
              : m.cases_note_about({ name: names.get(note.client_id) ?? m.cases_name_hidden() })}
            {note.by && m.cases_note_by({ name: note.by })}
          </p>
          {note.words && <p className="whitespace-pre-wrap">{note.words}</p>}
          {note.judgement && (
            <p className="whitespace-pre-wrap">{m.cases_note_judgement({ words: note.judgement })}</p>
          )}
          {note.next_on && (
            <p>{m.cases_note_next({ day: formatDay(note.next_on), plan: note.next_plan ?? '' })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
