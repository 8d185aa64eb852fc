import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { ToldStory } from '../../story-api.ts';

/** Stories as they are read. */
export function Stories({ stories }: { stories: readonly ToldStory[] }) {
  if (stories.length === 0) return <p>{m.wishes_stories_told_none()}</p>;
  return (
    <ul className="grid gap-6">
      {stories.map(({ id, title, words, happened_on, district_name }) => (
        <li key={id} className="grid gap-2 rounded-8 border border-solid-gray-300 p-4">
          <h3 className="text-std-18B-160">{title}</h3>
          <p className="whitespace-pre-wrap">{words}</p>
          <p>
            {m.wishes_story_line({
              day: formatDay(happened_on),
              place: district_name ?? m.wishes_no_district(),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
