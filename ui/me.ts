import { useRouteLoaderData } from 'react-router';
import type { Day } from '#platform/calendar.ts';

/** A post as the screens name it. */
export interface HeldPost {
  id: string;
  role: string;
  district: { id: string; name: string } | null;
  body: { id: string; name: string } | null;
}

/** Who sits before the screen, and where: the answer of `GET /api/me`. */
export interface Me {
  /** Null before signing in. */
  account: { id: string; name: string } | null;
  current: HeldPost | null;
  posts: readonly (HeldPost & { ends_on: Day | null })[];
  town: { name: string; sample: boolean; empty: boolean };
  /** The day in the town, which in the sample town is not the day of the computer. */
  today: Day;
  second_factor: 'none' | 'needed' | 'done';
}

/** The id of the route that loads it. */
export const meRoute = 'me';

/** Who sits before the screen; anew after every change of page. */
export function useMe(): Me {
  const me = useRouteLoaderData<Me>(meRoute);
  if (!me) throw new Error('useMe is used outside of the staff app');
  return me;
}
