import { createHash } from 'node:crypto';
import { collect } from './invent-work.ts';
import type { Dice, Row, World } from './world.ts';

const at = '2025-04-01T09:00:00+09:00';
const day = '2025-04-01';
const ends = ['2026-02-01T10:00:00+09:00', '2026-02-02T12:00:00+09:00', '2026-05-01T00:00:00+09:00'];

/** What proves a code of an invented world. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/**
 * What bodies answer for: what was asked back, codes and what they tell, statutory requests, holds and lists of disposal:
 * docs/gate.md, One's own record, Keep and destroy.
 */
export function inventAnswering(world: World, dice: Dice): Row[] {
  const { rows, add } = collect();
  const { draw, id, pick, perhaps } = dice;
  const { posts, clients, bodies, provisions, emergencies } = world;
  const by = posts[0]?.account;
  const someone = posts[0]?.id;
  for (const { id: provision_id, holder, receiver, post } of provisions.filter((p) => p.withdrawn)) {
    const both = { provision_id, holder_id: holder, receiver_id: receiver, post_id: post };
    add('provision_returns', provision_id, { ...both, because: 'provision', asked_at: at });
    const copy = id();
    const taken = { taken_at: at, role: 'intake_worker', operation: 'exportNotes' };
    add('provision_copies', copy, { id: copy, ...both, ...taken });
    if (draw(2) === 0)
      add('provision_return_notes', provision_id, { ...both, outcome: 'none', noted_by: by, noted_at: at });
  }
  add('audit_batches', '9001', {
    number: 9001,
    sealed_at: at,
    first_entry: 9001,
    last_entry: 9999,
    previous_hash: '\\x00',
    hash: '\\x00',
  });
  let number = 9000;
  const trail = clients.flatMap((client) =>
    Array.from({ length: 4 }, () => {
      number += 1;
      const who =
        draw(2) === 0 ? pick(posts) : pick(posts.filter((p) => p.body === client.holder).concat(posts));
      const entry = {
        id: id(),
        number,
        batch: 9001,
        at,
        account_id: who.account,
        post_id: who.id,
        role: who.role,
        body_id: who.body,
        operation: 'readCase',
        word: pick(['case.read', 'support_plan.read', 'emergency.opened', 'conference.item_read']),
        outcome: draw(6) === 0 ? 'refused' : 'done',
        subjects: [client.id],
      };
      add('audit_entries', entry.id, entry);
      return entry;
    }),
  );
  // What was done while a record was open in an emergency, and on the day after.
  for (const { person, post, body, opened, until } of emergencies)
    for (const then of [opened, until]) {
      number += 1;
      const entry = {
        ...{ id: id(), number, batch: 9001, at: then, account_id: by, post_id: post, role: 'intake_worker' },
        ...{
          body_id: body,
          operation: 'readCase',
          word: pick(['case.read', 'emergency.opened']),
          outcome: 'done',
        },
        subjects: [person],
      };
      add('audit_entries', entry.id, entry);
    }
  for (const { id: view_id, holder: holder_id, post: post_id, unjustified } of emergencies) {
    const told = { told_on: day, way: 'met', told_post_id: someone, why_not_yet: null, weigh_again_on: null };
    const later = { told_on: null, way: null, told_post_id: null, why_not_yet: '見本', weigh_again_on: day };
    const said = { view_id, written_by: by, written_at: at, holder_id };
    for (const one of pick([[], [later], [told], [later, told]])) {
      const telling = id();
      add('emergency_tellings', telling, { id: telling, ...said, ...one });
    }
    if (!unjustified) continue;
    const copy = id();
    const both = { view_id, holder_id, post_id };
    const taken = { taken_at: at, role: 'intake_worker', operation: 'exportNotes' };
    add('emergency_copies', copy, { id: copy, ...both, ...taken });
    if (draw(2) === 0)
      add('emergency_return_notes', view_id, { ...both, outcome: 'none', noted_by: by, noted_at: at });
  }
  for (const { id: about_id, holder: holder_id } of clients.filter(() => draw(2) === 0)) {
    const key_id = id();
    const of = { key_id, about_id, holder_id };
    const given = { about: 'client', given_to: 'person', checked: 'card', issued_by: someone, issued_at: at };
    const until = { expires_at: pick(ends), ended_at: perhaps(at, 1, 5) };
    add('disclosure_keys', key_id, { id: key_id, about_id, holder_id, ...given, ...until });
    add('disclosure_codes', key_id, { ...of, code_hash: `\\x${hashOfKey(key_id).toString('hex')}` });
    if (draw(4) > 0) add('disclosure_releases', key_id, { ...of, released_by: someone, released_at: at });
    for (let n = draw(3); n > 0; n--) {
      const question_id = id();
      const asked = { kind: 'ask', words: '見本', asked_at: at };
      add('disclosure_questions', question_id, { id: question_id, ...of, ...asked });
      const answered = { words: '見本', answered_by: someone, answered_at: at };
      if (draw(2) === 0)
        add('disclosure_answers', question_id, { question_id, about_id, holder_id, ...answered });
    }
    for (const { id: entry_id } of trail.filter((e) => e.subjects.includes(about_id) && draw(3) === 0))
      add('disclosure_holdbacks', `${about_id}/${entry_id}`, {
        about_id,
        entry_id,
        reason: '見本',
        held_by: someone,
        held_at: at,
        holder_id,
      });
  }
  for (let n = 0; n < 20; n++) {
    const request_id = id();
    const holder_id = pick(bodies).id;
    add('disclosure_requests', request_id, {
      id: request_id,
      number: `${n}`,
      kind: 'disclose',
      way: 'desk',
      requester_name: '見本',
      requester_is: 'person',
      checked: 'card',
      words: '見本',
      received_on: day,
      due_on: day,
      law: '見本',
      fee: '見本',
      received_by: someone,
      received_at: at,
      holder_id,
    });
    const step = id();
    const taken = { step: 'carried_out', words: '見本', taken_on: day, taken_by: someone, taken_at: at };
    add('disclosure_steps', step, { id: step, request_id, ...taken, holder_id });
  }
  for (const { id: subject_id, holder: holder_id } of clients.filter(() => draw(5) === 0)) {
    const author = {
      author_id: by,
      author_role: 'records_officer',
      author_body_id: holder_id,
      written_at: at,
    };
    const hold = id();
    const held = { kind: 'client', subject_id, reason: '見本', holder_id, ...author };
    add('legal_holds', hold, { id: hold, ...held });
    if (draw(2) === 0)
      add('legal_hold_liftings', hold, { hold_id: hold, reason: '見本', holder_id, ...author });
  }
  const lists = [
    ['intake_worker', 'case'],
    ['case_coordinator', 'conference'],
    ['convener', 'conference'],
    ['records_officer', 'protection'],
    ['records_officer', 'client'],
  ] as const;
  for (let n = 0; n < 25; n++) {
    const [author_role, kind] = pick(lists);
    const disposal_id = id();
    const holder_id = pick(bodies).id;
    const author = { author_id: by, author_role, author_body_id: holder_id, written_at: at };
    const list = { kind, class: 'case', years: 5, until_day: day, listed: 1 };
    add('disposals', disposal_id, { id: disposal_id, ...list, holder_id, ...author });
    const subject_id = id();
    const listed = { disposal_id, subject_id, kind, holder_id };
    // By what the gate decides, which the row itself does not say.
    add('disposal_rows', subject_id, { ...listed, event_on: day });
    add('disposal_exclusions', subject_id, { ...listed, reason: '見本', ...author });
  }
  return rows;
}
