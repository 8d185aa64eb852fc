import { type Judge, type OpenRow, openRow, type Rule } from './judge.ts';

const windows = ['intake_worker', 'case_coordinator'];

/** What was asked back 返却: the holder's, and whoever it was given to. */
const askedBack: Rule = (j, row) =>
  j.own(row.text('holder_id')) ||
  j.answeredFor(row.text('holder_id')) ||
  j.receives(row.text('receiver_id'), row.maybe('post_id'));

/** Of the body that issued it: windows and whoever answers for the records. */
const issued: Rule = (j, row) => j.own(row.text('holder_id')) || j.answeredFor(row.text('holder_id'));
const answeredFor: Rule = (j, row) => j.answeredFor(row.text('holder_id'));

/** What left during an emergency view: whoever answers for the record, and who opened it. */
const takenInAnEmergency: Rule = (j, row) =>
  j.answeredFor(row.text('holder_id')) || (j.signedIn && row.text('post_id') === j.post.id);

/** Whether a post had a person's record open in an emergency of which the person has been told. */
const toldOfEmergency = (j: Judge, person: string, post: string | null, at: string) =>
  j.world.emergencies.some(
    (e) =>
      e.person === person &&
      e.post === post &&
      Date.parse(e.opened) <= Date.parse(at) &&
      Date.parse(at) < Date.parse(e.until) &&
      j.world.rows.some(
        ({ table, columns }) =>
          table === 'emergency_tellings' && columns.view_id === e.id && columns.told_on !== null,
      ),
  );

/** 持ち出しではない、本人に知らせること: what a person is told of (words of the room's own table). */
const told = ['case.read', 'support_plan.read', 'emergency.opened'];

/** Whether an entry of the trail is one of those that the person with this code is told. */
export function isTold(j: Judge, key: OpenRow, entry: OpenRow): boolean {
  const about = key.text('about_id');
  if (!entry.list('subjects').includes(about)) return false;
  if (!told.includes(entry.text('word')) || entry.text('outcome') !== 'done') return false;
  const inEmergency = toldOfEmergency(j, about, entry.maybe('post_id'), entry.text('at'));
  if (entry.text('word') === 'emergency.opened' && !inEmergency) return false;
  if (inEmergency || j.bodiesOf(key.text('holder_id')).has(entry.text('body_id'))) return true;
  // Every basis of an invented world says that the person is told now.
  return j.world.provisions.some(
    (p) =>
      p.person === about &&
      p.receiver === entry.text('body_id') &&
      (p.post === null || p.post === entry.text('post_id')),
  );
}

/** A code stands until it is ended or its days are over. */
export function keyStands(j: Judge, key: OpenRow): boolean {
  return key.maybe('ended_at') === null && Date.parse(key.text('expires_at')) > j.at;
}

const keysOf = (j: Judge) => j.world.rows.filter(({ table }) => table === 'disclosure_keys').map(openRow);

/** The role of a body that made a list reads what stands on it. */
const listed = (j: Judge, list: OpenRow) =>
  j.role !== null && j.role === list.text('author_role') && j.has(list.text('holder_id'));

/** One's own record わたしの記録, Keep and destroy 保存と廃棄, as far as persons at a window go. */
export const rulesOfAnswering: Readonly<Record<string, Rule>> = {
  provision_returns: askedBack,
  provision_copies: askedBack,
  provision_return_notes: askedBack,
  emergency_tellings: answeredFor,
  emergency_copies: takenInAnEmergency,
  emergency_return_notes: takenInAnEmergency,
  disclosure_keys: issued,
  disclosure_releases: issued,
  disclosure_questions: answeredFor,
  disclosure_answers: answeredFor,
  disclosure_holdbacks: answeredFor,
  audit_entries: (j, entry) =>
    j.role === 'administrator' ||
    j.role === 'auditor' ||
    keysOf(j).some(
      (key) => j.answeredFor(key.text('holder_id')) && keyStands(j, key) && isTold(j, key, entry),
    ),
  disclosure_requests: answeredFor,
  disclosure_steps: answeredFor,
  legal_holds: (j, row) =>
    (windows.includes(j.role ?? '') && j.own(row.text('holder_id'))) || j.answeredFor(row.text('holder_id')),
  legal_hold_liftings: (j, row) => j.own(row.text('holder_id')) || j.answeredFor(row.text('holder_id')),
  disposals: (j, row) => ['administrator', 'planner', 'auditor'].includes(j.role ?? '') || listed(j, row),
  disposal_rows: (j, row) => listed(j, j.find('disposals', row.text('disposal_id'))),
  disposal_exclusions: (j, row) => listed(j, j.find('disposals', row.text('disposal_id'))),
};
