import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { Cell, Row, Table } from '#platform/sheets/table.ts';
import { givenRoles, type Role, readSignInName, roleWords } from './model.ts';
import { readDay } from './transfer-days.ts';
import {
  otherHeadings,
  type Place,
  type TransferAct,
  type TransferChange,
  type TransferColumn,
  type TransferProblem,
  transferChanges,
  transferChangeWords,
  transferColumns,
  transferColumnWords,
} from './transfer-model.ts';

/** What the file is read against: the town as it stands. */
export interface Standing {
  readonly accounts: readonly {
    id: string;
    sign_in_name: string;
    name: string;
    kana: string;
    closed: boolean;
  }[];
  readonly bodies: readonly { id: string; name: string }[];
  readonly districts: readonly { id: string; name: string; ends_on: string | null }[];
  readonly posts: readonly StandingPost[];
}

export interface StandingPost {
  readonly id: string;
  readonly account_id: string;
  readonly role: Role;
  readonly body_id: string;
  readonly district_id: string | null;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly terms: number;
  /** Somebody decided that it ends. */
  readonly decided: boolean;
  /** Its last day is over, or it was ended at once. */
  readonly over: boolean;
}

export interface ReadRows {
  readonly acts: readonly TransferAct[];
  readonly problems: readonly TransferProblem[];
  readonly doubts: readonly TransferProblem[];
  readonly unchanged: number;
}

/** One row, with what has been found wrong in it so far. */
interface Reading {
  readonly n: number;
  readonly text: (column: TransferColumn) => string;
  readonly cell: (column: TransferColumn) => Cell;
  readonly object: (column: TransferColumn | null, says: string) => void;
}

type Found = 'unchanged' | TransferAct | null;

/**
 * Reads the table of a transfer against the town as it stands. Nothing is guessed: what is not clear is named, by row
 * and column. What only the town can decide (whether a role goes with a body, who would be left to administer it) is
 * found when the acts are tried.
 */
export function readTransferRows(table: Table, standing: Standing): ReadRows {
  const at = findColumns(table.headings);
  const missing = transferColumns.filter((column) => at(column) < 0 && !mayBeMissing.includes(column));
  const problems: TransferProblem[] = table.problems.map(({ row, column, says }) => ({
    row,
    column: column === null ? null : (table.headings[column] ?? null),
    says,
  }));
  for (const column of missing) problems.push(object(null, column, m.posts_transfer_no_column()));
  if (missing.length > 0) return { acts: [], problems, doubts: [], unchanged: 0 };

  const doubts: TransferProblem[] = [];
  const acts: TransferAct[] = [];
  const seen = new Map<string, number>();
  let unchanged = 0;
  for (const row of table.rows) {
    const before = problems.length;
    const found = readRow(openRow(row, at, problems), standing, doubts);
    if (found === 'unchanged') unchanged += 1;
    if (found === null || found === 'unchanged' || problems.length > before) continue;
    const twin = seen.get(keyOf(found));
    if (twin !== undefined) {
      problems.push(object(row.n, null, m.posts_transfer_twice({ row: twin })));
      continue;
    }
    seen.set(keyOf(found), row.n);
    acts.push(found);
  }
  return { acts, problems: [...problems, ...compareNewPeople(acts)], doubts, unchanged };
}

const mayBeMissing: readonly TransferColumn[] = ['kana', 'reason'];

function object(row: number | null, column: TransferColumn | null, says: string): TransferProblem {
  return { row, column: column === null ? null : transferColumnWords[column](), says };
}

function findColumns(headings: readonly string[]): (column: TransferColumn) => number {
  const plain = headings.map(squeeze);
  const found = new Map(
    transferColumns.map((column) => {
      const names = [transferColumnWords[column], ...(otherHeadings[column] ?? [])].map((name) =>
        squeeze(name()),
      );
      return [column, plain.findIndex((heading) => names.includes(heading))];
    }),
  );
  return (column) => found.get(column) ?? -1;
}

function openRow(row: Row, at: (column: TransferColumn) => number, problems: TransferProblem[]): Reading {
  const cell = (column: TransferColumn): Cell => row.cells[at(column)] ?? null;
  return {
    n: row.n,
    cell,
    text: (column) => {
      const value = cell(column);
      if (value === null) return '';
      return (typeof value === 'object' ? value.day : String(value)).trim();
    },
    object: (column, says) => problems.push(object(row.n, column, says)),
  };
}

function readRow(row: Reading, standing: Standing, doubts: TransferProblem[]): Found {
  const change = readChange(row);
  if (change === null) return null;
  if (change === 'unchanged') return 'unchanged';
  const person = readPerson(row, change, standing, doubts);
  const place = readPlace(row, standing);
  if (person === null || place === null) return null;
  if (change === 'given') return readGiven(row, person, place, standing);
  const post = findPost(row, person.account, place, standing);
  if (post === null) return null;
  return change === 'ended' ? readEnded(row, person, post) : readReappointed(row, person, post);
}

function readChange(row: Reading): TransferChange | 'unchanged' | null {
  const typed = squeeze(row.text('change'));
  if (typed === '') return 'unchanged';
  const change = transferChanges.find((one) => transferChangeWords[one]() === typed);
  if (!change) row.object('change', m.posts_transfer_change_unknown({ said: typed }));
  return change ?? null;
}

function readPerson(
  row: Reading,
  change: TransferChange,
  { accounts }: Standing,
  doubts: TransferProblem[],
): TransferAct['person'] | null {
  const sign_in_name = readSignInName(row.text('sign_in_name'));
  const [name, kana] = [row.text('name'), row.text('kana').normalize('NFKC')];
  if (sign_in_name === '') {
    row.object('sign_in_name', m.posts_transfer_sign_in_name_missing());
    return null;
  }
  const known = accounts.find((account) => account.sign_in_name === sign_in_name);
  if (known?.closed) row.object('sign_in_name', m.posts_transfer_closed({ name: known.name }));
  if (known && squeeze(known.name) !== squeeze(name))
    row.object('name', m.posts_transfer_other_name({ sign_in_name, name: known.name }));
  if (known) return { account: known.id, sign_in_name, name: known.name, kana: known.kana };
  const shortened = accounts.find((account) => account.sign_in_name.replace(/^0+/, '') === sign_in_name);
  if (shortened)
    row.object('sign_in_name', m.posts_transfer_zeros({ said: sign_in_name, meant: shortened.sign_in_name }));
  else if (change !== 'given') row.object('sign_in_name', m.posts_transfer_nobody({ said: sign_in_name }));
  else if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(sign_in_name))
    row.object('sign_in_name', m.posts_field_new_sign_in_name());
  if (name === '') row.object('name', m.posts_field_name());
  if (kana === '' && change === 'given') row.object('kana', m.posts_transfer_kana_missing());
  const namesake = accounts.find((account) => !account.closed && squeeze(account.name) === squeeze(name));
  if (namesake && !shortened)
    doubts.push(
      object(row.n, 'name', m.posts_transfer_namesake({ name, sign_in_name: namesake.sign_in_name })),
    );
  return { account: null, sign_in_name, name, kana };
}

function readPlace(row: Reading, { bodies, districts }: Standing): Place | null {
  const said = { role: squeeze(row.text('role')), body: squeeze(row.text('body')) };
  const inDistrict = squeeze(row.text('district'));
  const role = givenRoles.find((one) => squeeze(roleWords[one]()) === said.role);
  const body = bodies.find(({ name }) => squeeze(name) === said.body);
  const district = districts.find(({ name }) =>
    [squeeze(name), squeeze(m.posts_transfer_district({ name }))].includes(inDistrict),
  );
  const wholeTown = inDistrict === '' || inDistrict === squeeze(m.posts_whole_town());
  if (!role)
    row.object(
      'role',
      said.role === '' ? m.posts_field_role() : m.posts_transfer_role_unknown({ said: row.text('role') }),
    );
  if (!body)
    row.object(
      'body',
      said.body === '' ? m.posts_field_body() : m.posts_transfer_body_unknown({ said: row.text('body') }),
    );
  if (!district && !wholeTown)
    row.object('district', m.posts_transfer_district_unknown({ said: row.text('district') }));
  if (!role || !body || (!district && !wholeTown)) return null;
  return { role, body: body.id, district: district?.id ?? null };
}

function findPost(
  row: Reading,
  account: string | null,
  place: Place,
  { posts }: Standing,
): StandingPost | null {
  const held = posts.filter(
    (post) =>
      post.account_id === account &&
      post.role === place.role &&
      post.body_id === place.body &&
      post.district_id === place.district,
  );
  const post = held.find(({ over }) => !over) ?? held.at(-1);
  if (!post && account !== null) row.object('role', m.posts_transfer_not_held());
  return post ?? null;
}

function readEnded(row: Reading, person: TransferAct['person'], post: StandingPost): Found {
  const ends_on = readDate(row, 'ends_on');
  const reason = row.text('reason');
  if (ends_on === null) row.object('ends_on', m.posts_transfer_last_day_missing());
  if (post.decided && ends_on === post.ends_on) return 'unchanged';
  if (reason === '') row.object('reason', m.posts_field_reason());
  if (post.over) row.object('change', m.posts_refused_ended());
  if (!ends_on) return null;
  return { change: 'ended', row: row.n, person, post: post.id, ends_on, reason };
}

function readReappointed(row: Reading, person: TransferAct['person'], post: StandingPost): Found {
  const ends_on = readDate(row, 'ends_on');
  if (ends_on === undefined) return null;
  if (post.terms > 1 && ends_on === post.ends_on) return 'unchanged';
  if (post.ends_on !== null && ends_on === post.ends_on)
    row.object('ends_on', m.posts_transfer_same_term({ day: formatDay(post.ends_on) }));
  return { change: 'reappointed', row: row.n, person, post: post.id, ends_on };
}

function readGiven(row: Reading, person: TransferAct['person'], place: Place, { posts }: Standing): Found {
  const [starts_on, ends_on] = [readDate(row, 'starts_on'), readDate(row, 'ends_on')];
  if (starts_on === null) row.object('starts_on', m.posts_field_starts_on());
  if (!starts_on || ends_on === undefined) return null;
  const stands = posts.some(
    (post) =>
      post.account_id === person.account &&
      post.role === place.role &&
      post.body_id === place.body &&
      post.district_id === place.district &&
      post.starts_on === starts_on &&
      post.ends_on === ends_on &&
      !post.over,
  );
  if (stands) return 'unchanged';
  return { change: 'given', row: row.n, person, place, starts_on, ends_on };
}

/** Undefined where something stands there that is no day; it has been said. */
function readDate(row: Reading, column: 'starts_on' | 'ends_on'): string | null | undefined {
  const day = readDay(row.cell(column));
  if (day === undefined) row.object(column, m.posts_transfer_no_day({ said: row.text(column) }));
  return day;
}

/** Somebody new who stands in several rows is invited once: the rows have to say the same. */
function compareNewPeople(acts: readonly TransferAct[]): TransferProblem[] {
  const first = new Map<string, TransferAct>();
  return acts.flatMap((act) => {
    if (act.person.account !== null) return [];
    const { sign_in_name, name, kana } = act.person;
    const other = first.get(sign_in_name);
    if (!other) first.set(sign_in_name, act);
    const differs = other && (squeeze(other.person.name) !== squeeze(name) || other.person.kana !== kana);
    return differs
      ? [object(act.row, 'name', m.posts_transfer_differs({ row: other.row, sign_in_name }))]
      : [];
  });
}

function keyOf(act: TransferAct): string {
  if (act.change !== 'given') return `${act.post}`;
  const { role, body, district } = act.place;
  return [act.person.sign_in_name, role, body, district, act.starts_on].join(' ');
}

/** For comparing only: width, case and spaces do not tell two names apart. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
