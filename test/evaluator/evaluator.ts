import { Judge, openRow, type Rule } from './judge.ts';
import { isTold, keyStands, rulesOfAnswering } from './rules-answering.ts';
import { rulesOfMeetings } from './rules-meetings.ts';
import { rulesOfWishing } from './rules-wishing.ts';
import { rulesOfWork } from './rules-work.ts';
import type { PersonFacet, Post, Row, World } from './world.ts';

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
  const judge = new Judge(world, post, instant, indexRows(world));
  const own = (holder: string) => judge.own(holder);
  const answeredFor = (holder: string) => judge.answeredFor(holder);
  const given = (person: string, facet: PersonFacet) => judge.given(person, facet);
  const keeps = (person: string) => judge.keeps(person);
  const opened = (person: string) => judge.opened(person);

  for (const client of world.clients) {
    const { id, holder } = client;
    show('clients', id, own(holder) || given(id, 'identity') || answeredFor(holder));
    const open = !client.protected && (own(holder) || given(id, 'contact') || answeredFor(holder));
    show('client_contacts', id, open || opened(id));
    show('client_versions', id, (!client.protected && own(holder)) || opened(id));
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
    show('person_provisions', provision.id, giver || judge.receives(provision.receiver, provision.post));
    if (provision.withdrawn)
      show('person_provision_withdrawals', provision.id, giver || own(provision.receiver));
  }
  for (const { id, holder, post: by, unjustified } of world.emergencies) {
    const knows = (judge.signedIn && by === post.id) || answeredFor(holder);
    show('emergency_views', id, knows);
    if (unjustified) show('emergency_reviews', id, knows);
  }
  for (const { id, holder, person, keepers, ended } of world.protections) {
    const knows = (judge.signedIn && keeps(person)) || answeredFor(holder);
    show('protections', id, knows);
    for (const keeper of keepers) show('protection_keepers', `${id}/${keeper}`, knows);
    if (ended) show('protection_endings', id, answeredFor(holder));
  }
  for (const { id, holder, post: by } of world.looks)
    show('protected_views', id, (judge.signedIn && by === post.id) || answeredFor(holder));
  for (const row of world.rows) {
    const rule = rules[row.table];
    if (rule) show(row.table, row.key, rule(judge, openRow(row)));
  }
  return visible;
}

/** Tables whose rows an invented world holds as they stand, each with who may read one. */
export const rules: Readonly<Record<string, Rule>> = {
  ...rulesOfWork,
  ...rulesOfMeetings,
  ...rulesOfAnswering,
  ...rulesOfWishing,
};

const indexed = new WeakMap<World, ReadonlyMap<string, Row>>();

function indexRows(world: World): ReadonlyMap<string, Row> {
  const known = indexed.get(world) ?? new Map(world.rows.map((row) => [`${row.table} ${row.key}`, row]));
  indexed.set(world, known);
  return known;
}

/** What the holder of a printed code may read at an instant, of the code's own tables: docs/gate.md, One's own record. */
export function listVisibleToKey(world: World, key: string, instant: string): Map<string, Set<string>> {
  const [someone] = world.posts;
  if (!someone) throw new Error('a world without posts');
  const judge = new Judge(world, someone, instant, indexRows(world));
  const own = judge.find('disclosure_keys', key);
  const released = world.rows.some(({ table, key: of }) => table === 'disclosure_releases' && of === key);
  const visible = new Map<string, Set<string>>(Object.keys(rules).map((table) => [table, new Set()]));
  if (!released || !keyStands(judge, own)) return visible;
  const held = new Set(
    world.rows.filter(({ table }) => table === 'disclosure_holdbacks').map((row) => row.key),
  );
  const asked = (question: string) => judge.find('disclosure_questions', question).text('key_id') === key;
  for (const row of world.rows) {
    const seen =
      (row.table === 'disclosure_keys' && row.key === key) ||
      (row.table === 'audit_entries' &&
        isTold(judge, own, openRow(row)) &&
        !held.has(`${own.text('about_id')}/${row.key}`)) ||
      ((row.table === 'disclosure_questions' || row.table === 'disclosure_answers') && asked(row.key));
    if (seen) visible.get(row.table)?.add(row.key);
  }
  return visible;
}
