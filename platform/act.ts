/** Who is acting: an account under one of its posts, a named part of the system, or nobody (all null). */
export interface Actor {
  readonly account: string | null;
  readonly post: string | null;
  readonly role: string | null;
  readonly body: string | null;
  readonly session: string | null;
  /** The post has ended; only operations marked `finishing` are left. */
  readonly finishing: boolean;
  /** The post wants a second factor that this session has not shown. */
  readonly factorNeeded: boolean;
}

/** One call of one operation. */
export interface Act {
  readonly actor: Actor;
  readonly now: Date;
  /** The day in the town, `YYYY-MM-DD` in Asia/Tokyo. */
  readonly today: string;
  /** The call's id, minted by the client (UUIDv7). */
  readonly call: string;
  readonly operation: string;
}

/** Time is a parameter: tests and the sample town set it. */
export type Clock = () => Date;

/** A clock that starts at `from` now and runs on. */
export function startClock(from: Date): Clock {
  const offset = from.getTime() - Date.now();
  return () => new Date(Date.now() + offset);
}

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

let known = { minute: Number.NaN, day: '' };

/** The town's day at an instant. Asked in every call; within one minute it stays the same. */
export function dayOf(now: Date): string {
  const minute = Math.floor(now.getTime() / 60_000);
  if (minute !== known.minute) known = { minute, day: day.format(now) };
  return known.day;
}
