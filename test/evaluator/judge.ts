import type { Consent, PersonFacet, Post, Provision, Row, World } from './world.ts';

/** Who works with persons at a window. */
export const workers = ['intake_worker', 'case_coordinator'];

/** A row, read column by column. */
export interface OpenRow {
  text(column: string): string;
  maybe(column: string): string | null;
  is(column: string): boolean;
  list(column: string): readonly unknown[];
}

export function openRow({ table, columns }: Row): OpenRow {
  const maybe = (column: string) => {
    const value = columns[column];
    return value === null || value === undefined ? null : String(value);
  };
  return {
    maybe,
    text(column) {
      const value = maybe(column);
      if (value === null) throw new Error(`${table} has no ${column}`);
      return value;
    },
    is: (column) => columns[column] === true,
    list: (column) => columns[column] as readonly unknown[],
  };
}

/** Whether a row may be read by a post that is judged at an instant. */
export type Rule = (judge: Judge, row: OpenRow) => boolean;

/** The day in Japan. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10);
}

function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What may be said of one post at one instant, in the words of docs/gate.md. */
export class Judge {
  readonly at: number;
  readonly today: string;
  /** The role in use; null: the post opens nothing but its own entries, or nothing at all. */
  readonly role: string | null;
  /** Whether the post may still be entered by: in its term, or in the 45 days in which it finishes. */
  readonly signedIn: boolean;
  readonly world: World;
  readonly post: Post;
  private readonly rows: ReadonlyMap<string, Row>;

  constructor(world: World, post: Post, instant: string, rows: ReadonlyMap<string, Row>) {
    this.world = world;
    this.post = post;
    this.rows = rows;
    this.at = Date.parse(instant);
    this.today = dayOf(instant);
    const ended = post.ends !== null && post.ends < this.today;
    this.signedIn =
      post.starts <= this.today && !(ended && daysLater(post.ends ?? this.today, 45) < this.today);
    this.role = this.signedIn && !ended ? post.role : null;
  }

  /** A body, and those whose records it has taken over until today. */
  bodiesOf(body: string): ReadonlySet<string> {
    const { into, from, starts } = this.world.takeover;
    return new Set(into === body && starts <= this.today ? [body, from] : [body]);
  }

  has(body: string): boolean {
    return this.bodiesOf(this.post.body).has(body);
  }

  /** Of the holder's own who work with persons. */
  own(holder: string): boolean {
    return workers.includes(this.role ?? '') && this.has(holder);
  }

  answeredFor(holder: string): boolean {
    return this.role === 'records_officer' && this.has(holder);
  }

  /** Whether a provision of a person is in force today. */
  holds(p: Provision): boolean {
    if (p.withdrawn || p.starts > this.today || p.ends < this.today) return false;
    const basis = this.world.bases.find((b) => b.id === p.basis);
    if (!basis || (basis.ends !== null && basis.ends < this.today)) return false;
    return p.consent === null || this.world.consents.some((c) => c.id === p.consent && this.stands(c));
  }

  /** Whether a consent stands today. */
  stands(c: Consent): boolean {
    return c.given && !c.withdrawn && (c.ends === null || c.ends >= this.today);
  }

  /** Whether a facet of a person is given to the post today: provided and standing, or opened in an emergency. */
  given(person: string | null, facet: PersonFacet): boolean {
    if (person === null || this.role === null) return false;
    const { post, role } = this;
    const provided = this.world.provisions.some(
      (p) =>
        p.person === person &&
        p.facets.includes(facet) &&
        this.has(p.receiver) &&
        (p.post === null ? [...workers, 'convener'].includes(role) : p.post === post.id) &&
        this.holds(p),
    );
    return (
      provided ||
      this.world.emergencies.some(
        (e) => e.person === person && e.post === post.id && Date.parse(e.until) > this.at && !e.unjustified,
      )
    );
  }

  /** Whether the post is one that a provision goes to, whether or not it still stands. */
  receives(receiver: string, post: string | null): boolean {
    if (this.role === null) return false;
    if (post !== null) return post === this.post.id;
    return this.own(receiver) || (this.role === 'convener' && this.post.body === receiver);
  }

  /** Whether the post keeps a person's protected address. */
  keeps(person: string): boolean {
    return this.world.protections.some(
      (p) => p.person === person && !p.ended && p.keepers.includes(this.post.id),
    );
  }

  /** Whether the post keeps it, and has said within the last quarter of an hour why it looks. */
  opened(person: string): boolean {
    return (
      this.signedIn &&
      this.keeps(person) &&
      this.world.looks.some(
        (l) => l.person === person && l.post === this.post.id && Date.parse(l.at) > this.at - 15 * 60_000,
      )
    );
  }

  find(table: string, key: string): OpenRow {
    const row = this.rows.get(`${table} ${key}`);
    if (!row) throw new Error(`no ${table} ${key}`);
    return openRow(row);
  }
}
