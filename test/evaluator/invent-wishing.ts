import { createHash } from 'node:crypto';
import { collect } from './invent-work.ts';
import type { Dice, Row, World } from './world.ts';

const at = '2025-04-01T09:00:00+09:00';
const day = '2025-04-01';

/**
 * What anybody wrote to a window, what colleagues wrote of addresses, and wishes: docs/gate.md, What anybody writes to a window,
 * Persons at a window, Wishes.
 */
export function inventWishing(world: World, dice: Dice): Row[] {
  return [...inventLetters(world, dice), ...inventContacts(world, dice), ...inventWishes(world, dice)];
}

function inventLetters({ posts, bodies, clients }: World, { draw, id, pick }: Dice): Row[] {
  const { rows, add } = collect();
  const someone = posts[0]?.id;
  for (let n = 0; n < 60; n++) {
    const letter_id = id();
    const holder_id = pick(bodies).id;
    const of = { letter_id, holder_id };
    const receipt_hash = `\\x${createHash('sha256').update(letter_id).digest('hex')}`;
    const said = {
      window_chosen: draw(2) === 0,
      may_pass: draw(2) === 0,
      language: 'ja',
      wish: '見本',
      worries: [],
    };
    add('letters', letter_id, { id: letter_id, ...said, receipt_hash, received_at: at, holder_id });
    const decided = { outcome: 'taken_in', intake_id: pick(clients).intake, client_id: pick(clients).id };
    if (draw(2) === 0)
      add('letter_decisions', letter_id, { ...of, ...decided, decided_by: someone, decided_at: at });
    if (draw(2) === 0) add('letter_answers', letter_id, { ...of, answered_by: someone, answered_at: at });
    const passing = id();
    const from = pick(bodies.filter((body) => body.id !== holder_id)).id;
    const on = { letter_id, receiver_id: holder_id, ground: 'asked', words: '見本', holder_id: from };
    if (draw(2) === 0)
      add('letter_passings', passing, { id: passing, ...on, passed_by: someone, passed_at: at });
  }
  return rows;
}

function inventContacts({ posts, clients }: World, { draw, id, pick }: Dice): Row[] {
  const { rows, add } = collect();
  for (const { id: client_id, holder: holder_id, protected: closed } of clients) {
    const written = id();
    const by = pick(posts.filter((post) => post.body === holder_id).concat(pick(posts))).account;
    const of = { client_id, protected: closed, holder_id };
    const wrote = { address: '見本', version: 2, written_by: by, written_at: at };
    add('written_contacts', written, { id: written, ...of, ...wrote });
    const ended = { written_id: written, taken_in: draw(2) === 0, ended_by: by, ended_at: at };
    if (draw(2) === 0) add('written_contact_endings', written, { ...ended, ...of });
  }
  return rows;
}

function inventWishes({ posts, bodies, clients, consents }: World, { draw, id, pick, perhaps }: Dice): Row[] {
  const { rows, add } = collect();
  const by = posts[0]?.account;
  const someone = posts[0]?.id;
  const coordinators = posts.filter(({ role }) => role === 'community_coordinator');
  const recorded = { recorded_by: by, recorded_at: at };
  for (const { id: client_id, holder: holder_id } of clients) {
    const referral = id();
    const consent_id = consents.find((consent) => consent.person === client_id)?.id;
    const receiver_id = draw(2) === 0 ? pick(coordinators).body : holder_id;
    const said = { name: '見本', kana: 'みほん', side: 'wish', words: '見本', passed_by: by, passed_at: at };
    add('wish_referrals', referral, { id: referral, client_id, receiver_id, consent_id, ...said, holder_id });
  }
  for (let n = 0; n < 12; n++) {
    const holder_id = draw(4) === 0 ? pick(bodies).id : pick(coordinators).body;
    const one = (table: string, columns: Readonly<Record<string, unknown>>) => {
      const row = { id: id(), holder_id, ...columns };
      add(table, row.id, row);
      return row.id;
    };
    const [giver_id = '', receiver_id = ''] = [0, 1].map(() => {
      const participant_id = one('parties', { kind: 'person', retention_class: 'wish' });
      const registered = { registered_by: by, registered_at: at };
      add('participants', participant_id, { id: participant_id, holder_id, sort: 'resident', ...registered });
      const named = { name: '見本', kana: 'みほん', kana_key: 'みほん' };
      add('participant_names', participant_id, { participant_id, holder_id, ...named });
      one('participant_pauses', { participant_id, starts_on: day, until: day, way: 'phone', ...recorded });
      one('readinesses', { participant_id, need: 'interview', tags: [], met_on: day, ...recorded });
      return participant_id;
    });
    const [offer_id = '', wish_id = ''] = [giver_id, receiver_id].map((participant_id, i) => {
      const lists = { tags: [], hints: [], days: [], parts: [], limits: [] };
      const how = { reach: 'town', step: 'once', times: 1, way: 'self', entered_by: by, entered_at: at };
      const wish = one('wishes', { participant_id, side: i === 0 ? 'offer' : 'wish', ...lists, ...how });
      const wrote = { written_by: by, written_at: at };
      add('wish_words', wish, { wish_id: wish, version: 1, words: '見本', ...wrote, holder_id });
      return wish;
    });
    const pair = [giver_id, receiver_id].sort();
    const declared = { why: '見本', declared_by: by, declared_at: at, ended_at: perhaps(at, 1, 2) };
    one('wish_conflicts', { one_id: pair[0], other_id: pair[1], ...declared });
    const match_id = one('matches', { shape: 'pair', proposed_by: by, proposed_at: at });
    const leg = { position: 0, offer_id, wish_id, giver_id, receiver_id, reasons: [], holder_id };
    add('match_legs', match_id, { match_id, ...leg });
    one('match_answers', { match_id, participant_id: giver_id, answer: 'yes', ...recorded });
    add('match_tellings', match_id, { match_id, participant_id: receiver_id, holder_id });
    const happened = { happened_on: day, encounter_id: pick(clients).intake, returned: false };
    const fulfilment_id = one('fulfilments', {
      match_id,
      position: 0,
      ...happened,
      giver_id,
      receiver_id,
      ...recorded,
    });
    const undone = { reason: '見本', withdrawn_by: by, withdrawn_at: at };
    add('fulfilment_withdrawals', fulfilment_id, { fulfilment_id, ...undone, holder_id });
    const thanked = { words: '見本', tells: 'them', written_by: by, written_at: at };
    one('thanks', { fulfilment_id, from_id: receiver_id, to_id: giver_id, ...thanked });
    const clock = { raised_by: by, raised_at: at, owner_post_id: someone, due_at: at };
    const concern_id = one('safeguarding_concerns', {
      participant_id: giver_id,
      match_id,
      words: '見本',
      ...clock,
    });
    const handed = { from_post_id: someone, to_post_id: someone, why: '見本', handed_by: by, handed_at: at };
    one('concern_handings_on', { concern_id, ...handed });
    const reminded = { due_at: at, meant_for_id: someone, raised_at: at };
    add('concern_reminders', concern_id, { concern_id, ...reminded, holder_id });
    one('role_needs', { tag: '見本', needs: [], starts_on: day, set_by: by, set_at: at });
    const numbers = { points: 1, bound: 1, without_rules: 1, steps: 1, candidates: 1, gives_and_receives: 0 };
    const made = { wishes: 1, offers: 1, made_by: by, made_at: at };
    const proposal_id = one('match_proposals', { ...numbers, ...made });
    add('match_proposal_legs', proposal_id, { proposal_id, ...leg });
    const referrals = rows.filter(({ table }) => table === 'wish_referrals');
    const referral = referrals[n];
    const taken = { wish_id, taken_by: by, taken_at: at, receiver_id: referral?.columns.receiver_id };
    if (referral) add('wish_referral_takings', referral.key, { referral_id: referral.key, ...taken });
  }
  return rows;
}
