import type { PersonFacet, Post, Provision, World } from './world.ts';

/** A post as it acts at an instant; null: it opens nothing. */
interface Actor {
  readonly post: Post;
  readonly finishing: boolean;
  /** Its body, and those whose records that body has taken over until today. */
  readonly bodies: ReadonlySet<string>;
  readonly at: number;
  readonly today: string;
}

/** The day in Japan. */
function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10);
}

function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How a post stands: to come, in its term, in the 45 days in which it may finish its own entries, over. */
function openActor(world: World, post: Post, instant: string): Actor | null {
  const today = dayOf(instant);
  if (post.starts > today) return null;
  const ended = post.ends !== null && post.ends < today;
  if (ended && daysLater(post.ends ?? today, 45) < today) return null;
  const bodies = new Set([post.body]);
  if (world.takeover.into === post.body && world.takeover.starts <= today) bodies.add(world.takeover.from);
  return { post, finishing: ended, bodies, at: Date.parse(instant), today };
}

const workers = ['intake_worker', 'case_coordinator'];

/**
 * What docs/gate.md says of persons at a window, once more and in another language: answers, for every table, which rows a
 * post may read at an instant. Written from that page and not from the policies, so that the two can be held against each
 * other; slow and plain on purpose.
 */
export function listVisible(world: World, post: Post, instant: string): Map<string, Set<string>> {
  const visible = new Map<string, Set<string>>();
  const show = (table: string, key: string, yes: boolean) => {
    const rows = visible.get(table) ?? new Set<string>();
    visible.set(table, rows);
    if (yes) rows.add(key);
  };
  const actor = openActor(world, post, instant);
  const works = actor !== null && !actor.finishing && workers.includes(post.role);
  const answers = actor !== null && !actor.finishing && post.role === 'records_officer';
  const own = (holder: string) => works && actor.bodies.has(holder);
  const answeredFor = (holder: string) => answers && actor.bodies.has(holder);
  const given = (person: string, facet: PersonFacet) =>
    actor !== null && !actor.finishing && isGiven(world, actor, person, facet);
  const keeps = (person: string) =>
    world.protections.some((p) => p.person === person && !p.ended && p.keepers.includes(post.id));
  const opened = (person: string) =>
    actor !== null &&
    keeps(person) &&
    world.looks.some(
      (l) => l.person === person && l.post === post.id && Date.parse(l.at) > actor.at - 15 * 60_000,
    );

  for (const client of world.clients) {
    const { id, holder } = client;
    show('clients', id, own(holder) || given(id, 'identity') || answeredFor(holder));
    const open = !client.protected && (own(holder) || given(id, 'contact') || answeredFor(holder));
    show('client_contacts', id, open || (actor !== null && opened(id)));
    show('client_versions', id, (!client.protected && own(holder)) || (actor !== null && opened(id)));
    show('intakes', client.intake, own(holder) || given(id, 'consultation'));
    show('intake_worries', client.intake, own(holder) || given(id, 'consultation'));
  }
  for (const { id, holder, step, members, notes } of world.cases) {
    const known = members.some((m) => given(m, 'consultation') || given(m, 'plan') || given(m, 'notes'));
    show('cases', id, own(holder) || known);
    show('case_steps', step, own(holder));
    show('case_workers', id, own(holder) || known);
    for (const member of members)
      show('case_members', `${id}/${member}`, own(holder) || given(member, 'family'));
    for (const note of notes)
      show('case_notes', note.id, own(holder) || (note.client !== null && given(note.client, 'notes')));
  }
  for (const { id, holder, withdrawn } of world.consents) {
    show('consents', id, own(holder) || answeredFor(holder));
    if (withdrawn) show('consent_withdrawals', id, own(holder) || answeredFor(holder));
  }
  for (const provision of world.provisions) {
    const giver = own(provision.holder) || answeredFor(provision.holder);
    show('person_provisions', provision.id, giver || isReceiver(provision, actor));
    if (provision.withdrawn)
      show(
        'person_provision_withdrawals',
        provision.id,
        giver || (works && actor.bodies.has(provision.receiver)),
      );
  }
  for (const { id, holder, post: by } of world.emergencies)
    show('emergency_views', id, (actor !== null && by === post.id) || answeredFor(holder));
  for (const { id, holder, person, keepers } of world.protections) {
    const knows = (actor !== null && keeps(person)) || answeredFor(holder);
    show('protections', id, knows);
    for (const keeper of keepers) show('protection_keepers', `${id}/${keeper}`, knows);
  }
  for (const { id, holder, post: by } of world.looks)
    show('protected_views', id, (actor !== null && by === post.id) || answeredFor(holder));
  return visible;
}

/** Whether a facet of a person is given to the actor today: provided and standing, or opened in an emergency. */
function isGiven(world: World, actor: Actor, person: string, facet: PersonFacet): boolean {
  const { post, today } = actor;
  const provided = world.provisions.some((p) => {
    if (p.person !== person || !p.facets.includes(facet) || p.withdrawn) return false;
    if (!actor.bodies.has(p.receiver)) return false;
    if (p.post === null ? ![...workers, 'convener'].includes(post.role) : p.post !== post.id) return false;
    if (p.starts > today || p.ends < today) return false;
    const basis = world.bases.find((b) => b.id === p.basis);
    if (!basis || (basis.ends !== null && basis.ends < today)) return false;
    if (p.consent === null) return true;
    const consent = world.consents.find((c) => c.id === p.consent);
    return consent?.given === true && !consent.withdrawn && (consent.ends === null || consent.ends >= today);
  });
  return (
    provided ||
    world.emergencies.some(
      (e) => e.person === person && e.post === post.id && Date.parse(e.until) > actor.at && !e.unjustified,
    )
  );
}

/** Whether a provision is the actor's to know of because it receives by it, whether or not it still stands. */
function isReceiver(provision: Provision, actor: Actor | null): boolean {
  if (actor === null || actor.finishing) return false;
  const { post, receiver } = provision;
  if (post !== null) return post === actor.post.id;
  if (workers.includes(actor.post.role)) return actor.bodies.has(receiver);
  return actor.post.role === 'convener' && actor.post.body === receiver;
}
