import { type Judge, openRow, type Rule } from './judge.ts';

const callers = ['convener', 'case_coordinator', 'intake_worker'];

/** Who called an item: the posts of that role in that body. */
function hasCalled(j: Judge, item: string): boolean {
  const row = j.find('conference_items', item);
  return callers.includes(j.role ?? '') && j.role === row.text('caller_role') && j.has(row.text('holder_id'));
}

/** The seats on an item that the post is in, none of them taken back. */
function seatsOf(j: Judge, item: string) {
  if (j.role === null) return [];
  return j.world.rows
    .filter(
      ({ table, columns: c }) =>
        table === 'conference_seats' && c.item_id === item && c.post_id === j.post.id,
    )
    .map(openRow)
    .filter((seat) => seat.maybe('revoked_at') === null);
}

/** Whether a body may be told of a person: the holder, one named in a consent that stands, one that is given the person. */
function hearsOf(j: Judge, client: string, body: string): boolean {
  const of = j.bodiesOf(body);
  return (
    j.world.clients.some((c) => c.id === client && of.has(c.holder)) ||
    j.world.consents.some((c) => c.person === client && c.receivers.includes(body) && j.stands(c)) ||
    j.world.provisions.some((p) => p.person === client && of.has(p.receiver) && j.holds(p))
  );
}

/** A seat that is open. */
function sits(j: Judge, item: string): boolean {
  const row = j.find('conference_items', item);
  const about = j.world.rows.filter(
    ({ table, columns: c }) => table === 'conference_subjects' && c.item_id === item,
  );
  return seatsOf(j, item).some((seat) => {
    // 終わりの判断: what a sealed item was is with who called it alone.
    if (row.is('sealed') && row.maybe('ended_at') !== null) return false;
    const confirmed = j.world.rows.some(
      ({ table, columns: c }) =>
        table === 'secrecy_undertakings' && c.seat_id === seat.text('id') && c.account_id === j.post.account,
    );
    if (row.is('secrecy') && !confirmed) return false;
    return about.every(({ columns: c }) => hearsOf(j, String(c.client_id), seat.text('body_id')));
  });
}

/** Whether the words of an item are still open to its seats. */
function isOpen(j: Judge, item: string): boolean {
  const row = j.find('conference_items', item);
  const until = row.maybe('open_until');
  if (!row.is('sealed')) return true;
  return row.maybe('closed_at') === null && (until === null || until >= j.today);
}

const calledOrSeated: Rule = (j, row) => {
  const item = row.maybe('item_id') ?? row.text('id');
  return hasCalled(j, item) || sits(j, item);
};

/** What goes from one body's matter to another's record: those two, and who called. */
const crosses: Rule = (j, row) => {
  const item = row.text('item_id');
  const from = row.text('from_body_id');
  return (
    hasCalled(j, item) ||
    (j.role !== null && row.text('proposed_post_id') === j.post.id) ||
    j.answeredFor(from) ||
    (j.post.body === from && sits(j, item))
  );
};

/** Conferences 会議. */
export const rulesOfMeetings: Readonly<Record<string, Rule>> = {
  conferences: (j, row) =>
    ['convener', 'case_coordinator'].includes(j.role ?? '') ||
    (j.role === 'intake_worker' && j.has(row.text('holder_id'))) ||
    j.world.rows
      .filter(({ table, columns: c }) => table === 'conference_items' && c.conference_id === row.text('id'))
      .map(openRow)
      .some(
        (item) =>
          seatsOf(j, item.text('id')).length > 0 && !(item.is('sealed') && item.maybe('ended_at') !== null),
      ),
  conference_items: calledOrSeated,
  conference_steps: calledOrSeated,
  conference_subjects: calledOrSeated,
  conference_seats: (j, row) =>
    calledOrSeated(j, row) ||
    (j.role !== null && row.maybe('post_id') === j.post.id && row.maybe('revoked_at') === null),
  // The duty stays, and so does what one undertook.
  secrecy_undertakings: (j, row) =>
    hasCalled(j, row.text('item_id')) || row.maybe('account_id') === j.post.account,
  conference_papers: (j, row) =>
    hasCalled(j, row.text('item_id')) || (sits(j, row.text('item_id')) && isOpen(j, row.text('item_id'))),
  role_lines: (j, row) => {
    if (hasCalled(j, row.text('item_id'))) return true;
    if (row.maybe('ended_at') !== null) return false;
    return sits(j, row.text('item_id')) || (j.role !== null && row.maybe('post_id') === j.post.id);
  },
  crossing_facts: crosses,
  crossing_decisions: crosses,
};
