import * as z from 'zod';
import { publishedPlace } from '#domains/places/model.ts';
import { suggestTags } from '#domains/wishes/words/suggest-tags.ts';

/** したいこと: what answers one of them. */
export interface Liking {
  /** Tags of the wishes' taxonomy. */
  readonly tags: readonly string[];
  /** Places to which one can come with children, or children alone, answer it too. */
  readonly children?: boolean;
  /** Places where easy Japanese is spoken answer it too. */
  readonly easyJapanese?: boolean;
  /** Offices that listen answer it too. */
  readonly windows?: boolean;
}

/** What the entries answer with which a new town begins (list `liking`, domains/codes). */
const known: Readonly<Record<string, Liking>> = {
  talk: { tags: ['talking', 'tea', 'place', 'peer', 'calling'], windows: true },
  eat: { tags: ['meals', 'cooking', 'cook_class'] },
  move: { tags: ['walking', 'sports'] },
  make: { tags: ['sewing', 'art', 'music', 'games', 'garden', 'farming', 'cook_class', 'computer'] },
  children: { tags: ['playing', 'parenting', 'childcare', 'reading'], children: true },
  japanese: { tags: ['japanese', 'interpreting'], easyJapanese: true },
  elsewhere: { tags: ['playing', 'learning', 'reading'], children: true },
  help: { tags: ['volunteering', 'event_help', 'light_work', 'work_trial', 'cleanup'] },
  trouble: { tags: ['consulting', 'paperwork', 'money_plan', 'law', 'health'], windows: true },
};

/** What answers an entry; one that the town added itself is read like a wish. */
export function likingOf(code: string, label: string): Liking {
  return known[code] ?? { tags: suggestTags(label, 'wish').map(({ tag }) => tag) };
}

/** Whether one can register for an event: while there is room, to wait, no longer, or without need. */
export const rooms = ['open', 'full', 'shut', 'free'] as const;

/** What of an event anybody may read. */
export const townEvent = z.object({
  id: z.uuid(),
  title: z.string(),
  what: z.string().nullable(),
  held_on: z.string(),
  from: z.string(),
  until: z.string(),
  capacity: z.int().nullable(),
  register_until: z.string().nullable(),
  cost: z.string().nullable(),
  room: z.enum(rooms),
  place: publishedPlace.pick({
    id: true,
    name: true,
    district_id: true,
    district_name: true,
    address: true,
    contact: true,
    languages: true,
    child_care: true,
    access: true,
  }),
});
export type TownEvent = z.output<typeof townEvent>;

/** What of an event a calendar says; of one that does not take place, that it does not. */
export const calendarEvent = townEvent
  .pick({ id: true, title: true, what: true, held_on: true, from: true, until: true, cost: true })
  .extend({
    called_off: z.boolean(),
    place: townEvent.shape.place.pick({ id: true, name: true, address: true, languages: true }),
  });

export const guideEntry = z.object({ code: z.string(), label: z.string() });
