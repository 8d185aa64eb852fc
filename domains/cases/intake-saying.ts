import * as z from 'zod';
import { type CodeEntry, type CodeList, labelOf } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import { intakeChannelWords } from '#domains/encounters/model.ts';
import { listItemsOf } from '#domains/items/answering.ts';
import type { Item } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { sexWords } from './client-model.ts';
import { consentStateWords, matters } from './intake-model.ts';

/** What the codes and ids of a form are called. */
export interface Known {
  readonly codes: readonly CodeEntry[];
  readonly items: readonly Item[];
  readonly districts: ReadonlyMap<string, string>;
  readonly day: string;
}

export async function readWords(db: Db, { received_on }: { received_on: string }, act: Act): Promise<Known> {
  const districts = await db.all(
    z.object({ id: z.uuid(), name: z.string() }),
    sql`select id, name from districts`,
  );
  return {
    codes: (await listCodes(db, {}, act)).entries,
    items: await listItemsOf(db, 'intake'),
    districts: new Map(districts.map(({ id, name }) => [id, name])),
    day: received_on,
  };
}

const lists: Readonly<Record<string, CodeList>> = {
  route: 'route',
  worries: 'worry',
  worst: 'worry',
  ...Object.fromEntries(matters.map((matter) => [matter, matter])),
};
const words: Readonly<Record<string, Record<string, () => string>>> = {
  channel: intakeChannelWords,
  consent: consentStateWords,
  sex: sexWords,
};
const fields = [
  'received_on',
  'channel',
  'route',
  'caller_name',
  'caller_phone',
  'caller_relation',
  'trouble',
  'wish',
  'heard_of',
  'consent',
  'entered_for',
  'worries',
  'worst',
  ...matters,
  'name',
  'kana',
  'called',
  'born_on',
  'born_about',
  'sex',
  'address',
  'district_id',
  'phone',
  'mobile',
  'email',
  'reaching',
] as const;

/** What a form says, field by field, in the words of the screen; nothing for what is blank. */
export function sayIntake(form: Readonly<Record<string, unknown>>, known: Known): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, sayField(field, form[field], known)]));
}

function sayField(field: string, value: unknown, { codes, districts, day }: Known): string {
  const list = lists[field];
  if (Array.isArray(value))
    return value
      .map((code) => (list ? labelOf(codes, list, String(code), day) : String(code)))
      .sort()
      .join(m.items_between());
  if (typeof value !== 'string' || value === '') return '';
  if (list) return field === 'route' && value === 'unknown' ? '' : labelOf(codes, list, value, day);
  if (field === 'district_id') return districts.get(value) ?? '';
  if (field.endsWith('_on')) return formatDay(value);
  return words[field]?.[value]?.() ?? value;
}
