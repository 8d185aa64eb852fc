import { createHash } from 'node:crypto';
import { inventAnswering } from './invent-answering.ts';
import { inventMeetings } from './invent-meetings.ts';
import { inventWishing } from './invent-wishing.ts';
import { inventWork } from './invent-work.ts';
import { type Dice, personFacets, type World } from './world.ts';

/** The instants at which is asked. Everything in a world begins or ends around them. */
export const instants = [
  '2026-02-02T10:00:00+09:00',
  '2026-02-03T00:00:00+09:00',
  '2026-03-31T23:59:00+09:00',
];
const days = [
  '2025-10-01',
  '2026-02-01',
  '2026-02-02',
  '2026-02-03',
  '2026-03-30',
  '2026-03-31',
  '2026-09-30',
];
const moments = [
  '2026-02-01T10:00:00+09:00',
  '2026-02-02T09:44:00+09:00',
  '2026-02-02T09:50:00+09:00',
  '2026-02-02T23:50:00+09:00',
  '2026-03-31T23:50:00+09:00',
];
const bodyKinds = [
  'window',
  'window',
  'council',
  'city_section',
  'city_section',
  'commissioner_council',
  'other',
];
const roles = [
  'intake_worker',
  'intake_worker',
  'case_coordinator',
  'convener',
  'records_officer',
  'council_officer',
  'commissioner',
  'visitor',
  'planner',
  'administrator',
  'auditor',
  'community_coordinator',
];

/** Invents a world from a seed: the same seed, the same world. Nothing in it is sensible, all of it is allowed. */
export function inventWorld(seed: number): World {
  const dice = throwDice(seed);
  const { draw, id, pick, perhaps } = dice;

  const bodies = bodyKinds.map((kind) => ({ id: id(), kind }));
  const body = () => pick(bodies).id;
  const otherBody = (than: string) => pick(bodies.filter((b) => b.id !== than)).id;
  const posts = [...roles, ...roles, ...roles].map((role) => {
    const starts = draw(6) === 0 ? pick(days.slice(0, 4)) : '2025-04-01';
    const ends = perhaps(pick(days.filter((day) => day >= starts)), 1, 4);
    return { id: id(), account: id(), role, body: body(), starts, ends };
  });
  const bases = [null, null, null, '2026-02-02', '2026-01-31'].map((ends) => ({ id: id(), ends }));
  const clients = Array.from({ length: 70 }, () => ({
    id: id(),
    holder: body(),
    protected: draw(8) === 0,
    intake: id(),
  }));
  const cases = Array.from({ length: 40 }, () => {
    const first = pick(clients);
    const own = clients.filter((c) => c.holder === first.holder);
    const members = [...new Set([first.id, pick(own).id, pick(own).id])];
    const notes = [null, ...members].map((client) => ({ id: id(), client }));
    return { id: id(), holder: first.holder, step: id(), worker: pick(posts).id, members, notes };
  });
  const consents = clients.map(({ id: person, holder }) => ({
    id: id(),
    person,
    holder,
    receivers: [body(), body()],
    given: draw(4) > 0,
    // Drawn from the person's id, so that what is drawn after it stays as it was.
    wish: Number.parseInt(person.slice(-1), 16) % 4 > 0,
    ends: perhaps(pick(days), 1, 3),
    withdrawn: draw(5) === 0,
  }));
  const provisions = Array.from({ length: 260 }, () => {
    const { id: person, holder } = pick(clients);
    const receiver = otherBody(holder);
    const starts = pick(days.slice(0, 4));
    return {
      id: id(),
      person,
      holder,
      receiver,
      post: perhaps(pick(posts.filter((p) => p.body === receiver).concat(pick(posts))).id, 1, 3),
      facets: personFacets
        .filter((_, n) => draw(3) === 0 || n === draw(personFacets.length))
        .concat('identity'),
      basis: pick(bases).id,
      consent: perhaps(consents.find((c) => c.person === person)?.id ?? '', 1, 2),
      starts,
      ends: pick(days.filter((day) => day >= starts)),
      withdrawn: draw(6) === 0,
    };
  });
  const emergencies = Array.from({ length: 20 }, () => {
    const { id: person, holder } = pick(clients);
    const post = pick(posts);
    const until = new Date(Date.parse(pick(moments)) + 24 * 3_600_000).toISOString();
    return {
      id: id(),
      person,
      holder,
      post: post.id,
      body: post.body,
      opened: pick(moments.slice(0, 1)),
      until,
      unjustified: draw(4) === 0,
    };
  });
  const protections = clients
    .filter((c) => c.protected)
    .map(({ id: person, holder }) => ({
      id: id(),
      person,
      holder,
      keepers: [...new Set([pick(posts).id, pick(posts).id, pick(posts).id])],
      ended: draw(5) === 0,
    }));
  const looks = Array.from({ length: 40 }, () => {
    const { person, holder, keepers } = pick(protections);
    return {
      id: id(),
      person,
      holder,
      post: draw(5) === 0 ? pick(posts).id : pick(keepers),
      at: pick(moments),
    };
  });
  const into = bodies[0]?.id ?? '';
  const takeover = { from: otherBody(into), into, starts: pick(days) };
  const world = {
    bodies,
    takeover,
    posts,
    bases,
    clients,
    cases,
    consents,
    provisions,
    emergencies,
    protections,
    looks,
    rows: [],
  };
  return {
    ...world,
    rows: [
      ...inventWork(world, dice),
      ...inventMeetings(world, dice),
      ...inventAnswering(world, dice),
      ...inventWishing(world, dice),
    ],
  };
}

function throwDice(seed: number): Dice {
  let drawn = 0;
  const draw = (below: number) =>
    createHash('sha256').update(`${seed}:${drawn++}`).digest().readUInt32BE() % below;
  return {
    draw,
    id() {
      const hex = createHash('sha256').update(`id:${seed}:${drawn++}`).digest('hex');
      return `018e9551-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
    },
    pick: <T>(from: readonly T[]): T => from[draw(from.length)] as T,
    perhaps: <T>(value: T, one: number, of: number): T | null => (draw(of) < one ? value : null),
  };
}
