import { collect } from './invent-work.ts';
import type { Dice, Row, World } from './world.ts';

const at = '2025-04-01T09:00:00+09:00';
const day = '2025-04-01';
const callers = ['convener', 'case_coordinator', 'intake_worker'];
const lastDays = [null, '2026-02-01', '2026-02-02', '2026-03-31'];

/** Sittings with items of several kinds, callers and standings: docs/gate.md, Conferences. */
export function inventMeetings(world: World, dice: Dice): Row[] {
  const { rows, add } = collect();
  const { draw, id, pick, perhaps } = dice;
  const { posts, clients, bodies } = world;
  const by = posts[0]?.account;
  const someone = posts[0]?.id;
  const kinds = [
    { id: id(), sealed: true, secrecy: true },
    { id: id(), sealed: false, secrecy: false },
    { id: id(), sealed: false, secrecy: true },
  ];
  for (const kind of kinds)
    add('conference_kinds', kind.id, {
      ...kind,
      code: kind.id,
      name: '見本',
      law: '見本',
      called_by: callers,
      needs_consent: !kind.sealed,
      weighs_plans: false,
      days_open: 30,
      starts_on: day,
      decided_at: at,
    });
  for (let n = 0; n < 14; n++) {
    const conference_id = id();
    const called = { called_by: by, called_post_id: someone, called_at: at };
    const place = { held_on: day, starts_at: '10:00', place: '見本' };
    add('conferences', conference_id, { id: conference_id, ...place, ...called, holder_id: pick(bodies).id });
    for (let i = 0; i < 3; i++) inventItem(conference_id);
  }
  return rows;

  function inventItem(conference_id: string): void {
    const item_id = id();
    const { id: kind_id, ...kind } = pick(kinds);
    const holder_id = pick(bodies).id;
    const of = { item_id, holder_id };
    const post_id = someone;
    const ended_at = perhaps(at, 1, 4);
    const put = (table: string, columns: Readonly<Record<string, unknown>>) => {
      const row: { id: string } & Record<string, unknown> = { id: id(), ...of, ...columns };
      add(table, row.id, row);
      return row.id;
    };
    const item = { id: item_id, conference_id, kind_id, ...kind, caller_role: pick(callers) };
    add('conference_items', item_id, {
      ...item,
      added_by: by,
      added_post_id: someone,
      added_at: at,
      open_until: pick(lastDays),
      closed_at: perhaps(at, 1, 4),
      ended_at,
      holder_id,
    });
    put('conference_steps', { step: 'held', taken_by: by, post_id, taken_at: at });
    if (!kind.sealed)
      for (const client of new Set([pick(clients), pick(clients)].slice(draw(2))))
        add('conference_subjects', `${item_id}/${client.id}`, {
          item_id,
          client_id: client.id,
          holder_id: client.holder,
        });
    for (const post of new Set(Array.from({ length: 6 }, () => pick(posts)))) {
      const seat = {
        conference_id,
        kind_id,
        post_id: post.id,
        body_id: post.body,
        name: '見本',
        office: '見本',
      };
      const invited = { invited_by: by, invited_at: at, revoked_at: perhaps(at, 1, 6) };
      const seat_id = put('conference_seats', { ...seat, ...invited });
      const account_id = perhaps(draw(4) > 0 ? post.account : pick(posts).account, 2, 3);
      if (!account_id) continue;
      const confirmed = { text_version: '1', way: 'screen', noted_by: by, confirmed_at: at };
      put('secrecy_undertakings', { seat_id, post_id: post.id, account_id, ...confirmed });
    }
    for (const piece of ['matter', 'paper', 'minutes']) {
      const words = { piece, title: '見本', words: '見本', written_by: by, written_at: at };
      put('conference_papers', { ...words, body_id: pick(bodies).id, post_id: pick(posts).id });
    }
    for (const post of [pick(posts), pick(posts), null]) {
      const line = { name: '見本', watches: '見本', tells: '見本', written_by: by, written_at: at };
      // With the matter all its lines end.
      put('role_lines', { post_id: post?.id ?? null, ...line, ended_at: ended_at ?? perhaps(at, 1, 4) });
    }
    if (!kind.sealed) return;
    const client = pick(clients);
    const from = { from_body_id: pick(bodies).id, proposed_post_id: pick(posts).id };
    const proposed = { words: '見本', client_id: client.id, proposed_by: by, proposed_at: at };
    const fact_id = put('crossing_facts', { ...from, ...proposed, holder_id: client.holder });
    const agreed = { agreed: draw(2) === 0, decided_by: by, post_id, decided_at: at };
    if (draw(2) === 0)
      add('crossing_decisions', fact_id, { fact_id, item_id, ...from, ...agreed, holder_id: client.holder });
  }
}
