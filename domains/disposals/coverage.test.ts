import { expect, test } from 'vitest';
import { openTown } from '../../test/town.ts';
import { classOfKind, kinds, kindsOf, makers, retentionClasses } from './model.ts';
import { steps } from './steps.ts';

const town = await openTown('empty');

/** Tables about persons that no list empties, and why they need none. */
const withoutList: Readonly<Record<string, string>> = {
  drafts:
    'forgotten thirty days after it was last typed in (system_sweeper), and thrown away when the form is sent',
  ledger_files: 'swept away a day after it was sent, and sealed until then (system_sweeper)',
  duties: 'whom to call: forgotten a year after it ended (system_sweeper)',
  phone_ends: 'with the phone they end',
  late_calls: 'forgotten thirty days after what was decided of it (system_sweeper); nothing goes undecided',
  late_call_decisions: 'as late calls, and with them',
  round_sheets: 'forgotten half a year after they were made (system_sweeper); the visits stay',
  round_sheet_lines: 'as round sheets, and with them',
  round_sheet_entries: 'as round sheets, and with them',
  letters: 'forgotten thirty days after what was decided of it, ninety after it came (system_sweeper)',
  letter_decisions: 'as letters, and with them',
  letter_answers: 'as letters, and with them',
  letter_passings: 'as letters, and with them',
  wish_cards: 'forgotten thirty days after they open nothing (system_sweeper)',
  wish_card_codes: 'as wish cards, and with them',
  wish_notes: 'forgotten a year after they came, and thirty days after they were taken back (system_sweeper)',
  wish_note_sides: 'as wish notes, and with them',
  wish_note_decisions: 'as wish notes, and with them',
  place_hosts: 'which post looked after a place: goes with the account and its post',
  place_guests: 'forgotten two years after the day somebody came or was registered last (system_sweeper)',
  guest_consents: 'as the name, and with it',
  event_registrations: 'who registered is forgotten with the name; what stays says that somebody did',
  event_requests: 'forgotten thirty days after the event, and with the name (system_sweeper)',
  registration_codes: 'opens nothing once its event is over; read by the gate alone',
  registration_marks: 'that a card was shown; whose is forgotten with the name',
  board_members: 'forgotten three years after the term ended (system_sweeper)',
  board_items:
    'who said so is forgotten after three years (system_sweeper); what was said at the table stays, without a name',
  board_promises: 'who promised is forgotten after three years (system_sweeper); the promise stays',
  notice_subscriptions:
    'gone with the click that ends it; forgotten after two days where nobody confirmed it (system_sweeper)',
  notice_deliveries: 'to whom is forgotten with the subscription; what stays says that a message was sent',
  attendances: 'the count itself: a place, a day; who came is forgotten with the name',
  food_donors:
    'a person who gave is forgotten three years after the last gift (system_sweeper); organisations are no persons',
  food_handovers: 'the count itself: a place, a day; who was handed food is forgotten with the name',
  food_introductions: 'that somebody was introduced: goes with the name; what was said is a letter',
  encounters: 'the count itself: a district, a day, a channel; no name and no text',
  member_sheets: 'a month of a member’s number; whose it was is forgotten with the member (group_member)',
  gathered_own_answers: 'what lay before the committee of the town’s own items: the plan’s own history',
  gathered_answers: 'what lay before the committee and was published: the plan’s own history',
};

const classed = await town.look<{ table: string; class: string }>(
  `select table_name as table, trim(both '''' from split_part(column_default, '::', 1)) as class
   from information_schema.columns where table_schema = 'public' and column_name = 'retention_class' order by 1`,
);
const touched = new Set(Object.values(steps).flatMap((of) => of.map(([table]) => table)));

test('every table with a retention class is emptied or made nameless by a list, or says why it needs none', () => {
  expect(classed.length).toBeGreaterThan(60);
  const left = classed.filter((one) => !touched.has(one.table)).map(({ table }) => table);
  expect(left.sort()).toEqual(Object.keys(withoutList).sort());
});

test('every retention class that stands in a table is a class of the town’s, with a kind of list', () => {
  const stand = [...new Set(classed.map((one) => one.class))].sort();
  expect(stand).toEqual([...retentionClasses].sort());
  const listed = new Set<string>(Object.values(classOfKind));
  expect(stand.filter((one) => !listed.has(one))).toEqual(['draft']);
});

test('every kind of list is made by somebody', () => {
  const made = makers.flatMap((role) => kindsOf(role));
  expect(new Set(made)).toEqual(new Set(kinds));
});
