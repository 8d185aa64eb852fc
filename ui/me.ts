import { useRouteLoaderData } from 'react-router';
import type { Day } from '#platform/calendar.ts';
import type { Operation } from '#platform/operation.ts';

interface Named {
  id: string;
  name: string;
}

/** A post as its holder sees it. */
export interface HeldPost {
  id: string;
  role: string;
  body: Named;
  /** Null: the whole town. */
  district: Named | null;
  starts_on: Day;
  ends_on: Day | null;
  /** The post this one stands in for. */
  acting_for: string | null;
  needs_second_factor: boolean;
}

/** Who sits before the screen, and where: the answer of `GET /api/me`. */
export interface Me {
  /** Null before signing in. */
  account: (Named & { sign_in_name: string }) | null;
  /** The post in use, if any can be used. */
  current: HeldPost | null;
  /** The post in use has ended: only its last entries are left to finish. */
  finishing: boolean;
  /** The districts the post in use covers. */
  districts: readonly Named[];
  /** The posts that can be used today. */
  posts: readonly HeldPost[];
  town: { name: string; sample: boolean; empty: boolean };
  /** The day in the town, which in the sample town is not the day of the computer. */
  today: Day;
  /** `needed`: nothing opens before a second factor is shown or, where there is none yet, set up. */
  second_factor: 'none' | 'needed' | 'done';
  /** What the account has set up as a second factor. */
  factors: { totp: boolean; passkeys: number };
  /** What the town's own sign-on service is called; null where there is none. */
  sign_on: string | null;
}

/** The id of the route that loads it. */
export const meRoute = 'me';

/** Who sits before the screen; anew after every change of page. */
export function useMe(): Me {
  const me = useRouteLoaderData<Me>(meRoute);
  if (!me) throw new Error('useMe is used outside of the staff app');
  return me;
}

type Permission = Pick<Operation, 'may' | 'finishing'>;

/** Whether the post in use may try this at all, as the operation declares it; the server decides anew. */
export function mayTry({ may, finishing }: Permission, me: Pick<Me, 'current' | 'finishing'>): boolean {
  if (may === 'anyone' || may === 'signed_in') return true;
  if (me.finishing && !finishing) return false;
  return me.current !== null && may.includes(me.current.role);
}

/** `mayTry` of who sits before the screen. Outside of the staff app nobody is known, and nothing is held back. */
export function useMayTry(declared: Permission): boolean {
  const me = useRouteLoaderData<Me>(meRoute);
  return !me || mayTry(declared, me);
}
