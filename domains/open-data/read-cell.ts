import { isTownCode } from '#domains/districts/model.ts';
import { readDay } from '#domains/ledgers/read-day.ts';
import * as m from '#messages';
import type { Cell } from '#platform/sheets/table.ts';
import { type CellKind, prefectureNames } from './standard-sets.ts';

/** What a cell is read as, and why otherwise than it stands there; or why it cannot be read. */
export type ReadCell = { readonly value: string; readonly repaired?: string } | { readonly says: string };

/** What has to be known to read a cell: whose list it is. */
interface Town {
  readonly code: string;
  readonly name: string;
}

/** One cell of a list, as its column wants it. A blank is no cell. */
export function readStandardCell(kind: CellKind, cell: Exclude<Cell, null>, town: Town): ReadCell {
  if (kind === 'day') return readStandardDay(cell);
  const typed = typeof cell === 'object' ? cell.day : String(cell);
  const plain = typed.normalize('NFKC').trim();
  switch (kind) {
    case 'town_code':
      return readTownCode(plain, town);
    case 'prefecture':
      return prefectureNames.includes(plain)
        ? asTyped(typed, plain)
        : { says: m.open_data_says_prefecture() };
    case 'kana':
      return readKana(typed);
    case 'phone':
      return readPhone(typed, plain);
    case 'url':
      return /^https?:\/\/\S+$/.test(plain) ? asTyped(typed, plain) : { says: m.open_data_says_url() };
    case 'time':
      return readTime(typed, plain);
    case 'whole':
      return readWhole(typed, plain);
    case 'flag':
      return readFlag(typed, plain);
    case 'latitude':
    case 'longitude':
      return /^-?\d+(?:\.\d+)?$/.test(plain) ? asTyped(typed, plain) : { says: m.open_data_says_degrees() };
    default:
      return readText(typed);
  }
}

function asTyped(typed: string, value: string): ReadCell {
  return typed === value ? { value } : { value, repaired: m.open_data_repaired_width() };
}

function readText(typed: string): ReadCell {
  const value = typed.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
  return value === typed ? { value } : { value, repaired: m.open_data_repaired_line() };
}

/** 92011 → 092011; 40203 → 402036: a lost zero and a missing check digit are put right where only one reading is a code. */
function readTownCode(plain: string, town: Town): ReadCell {
  if (isTownCode(plain)) return { value: plain };
  if (!/^\d{4,6}$/.test(plain)) return { says: m.open_data_says_code() };
  const readings: { value: string; repaired: string }[] = [];
  if (plain.length === 5) {
    if (isTownCode(`0${plain}`)) readings.push({ value: `0${plain}`, repaired: m.open_data_repaired_zero() });
    readings.push({ value: withCheckDigit(plain), repaired: m.open_data_repaired_check() });
  }
  if (plain.length === 4)
    readings.push({ value: withCheckDigit(`0${plain}`), repaired: m.open_data_repaired_zero_and_check() });
  // 48 and above are no prefectures.
  const possible = readings.filter(({ value }) => {
    const prefecture = Number(value.slice(0, 2));
    return prefecture >= 1 && prefecture <= 47;
  });
  const own = possible.find(({ value }) => value === town.code);
  const [only, ...others] = possible;
  const chosen = own ?? (others.length === 0 ? only : undefined);
  return chosen ?? { says: m.open_data_says_code() };
}

/** Five digits with the one that checks them. */
function withCheckDigit(five: string): string {
  for (let digit = 0; digit < 10; digit++) if (isTownCode(`${five}${digit}`)) return `${five}${digit}`;
  return five;
}

function readKana(typed: string): ReadCell {
  const value = typed
    .normalize('NFKC')
    .trim()
    .replaceAll(/[\u3041-\u3096]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 96));
  return value === typed ? { value } : { value, repaired: m.open_data_repaired_kana() };
}

function readPhone(typed: string, plain: string): ReadCell {
  let value = plain
    .replaceAll(/[‐‑‒–—―−ー]/g, '-')
    .replaceAll(/\s*[()]\s*/g, '-')
    .replace(/^-/, '');
  let repaired = m.open_data_repaired_width();
  if (/^[1-9]\d{8,9}$/.test(value)) {
    value = `0${value}`;
    repaired = m.open_data_repaired_phone_zero();
  }
  if (!/^[\d-]{9,14}$/.test(value)) return { says: m.open_data_says_phone() };
  return value === typed ? { value } : { value, repaired };
}

function readTime(typed: string, plain: string): ReadCell {
  const said = /^(\d{1,2})(?::|時)(\d{2})?(?:分|:00)?$/.exec(plain);
  const [hour, minute] = [Number(said?.[1]), Number(said?.[2] ?? 0)];
  if (!said || hour > 23 || minute > 59) return { says: m.open_data_says_time() };
  const value = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return value === typed ? { value } : { value, repaired: m.open_data_repaired_time() };
}

function readWhole(typed: string, plain: string): ReadCell {
  const said = /^(\d{1,3}(?:,\d{3})+|\d+)\s*(?:人|名|円|世帯|件)?$/.exec(plain)?.[1];
  if (said === undefined) return { says: m.open_data_says_whole() };
  const value = said.replaceAll(',', '');
  return value === typed ? { value } : { value, repaired: m.open_data_repaired_unit() };
}

/** What other towns write for yes and no. */
const yes = /^(?:1|○|〇|◯|◎|●|有|有り|あり|はい|true|yes|y)$/i;
const no = /^(?:0|×|✕|x|-|ー|無|無し|なし|いいえ|false|no|n)$/i;

function readFlag(typed: string, plain: string): ReadCell {
  if (yes.test(plain))
    return typed === '1' ? { value: '1' } : { value: '1', repaired: m.open_data_repaired_flag() };
  if (no.test(plain)) return { value: '', repaired: m.open_data_repaired_flag() };
  return { says: m.open_data_says_flag() };
}

function readStandardDay(cell: Exclude<Cell, null>): ReadCell {
  const read = readDay(cell);
  if ('says' in read) return read;
  return cell === read.value || typeof cell === 'object'
    ? { value: read.value }
    : { value: read.value, repaired: m.open_data_repaired_day() };
}

/**
 * The town in a cell that holds more: 福岡県久留米市城南町15-3 → 久留米市. Null: it names nothing but a town.
 *
 * @param own the town whose list it is: its name is known, whatever it ends in
 */
export function splitCity(typed: string, own: string): { city: string; whole: string } | null {
  const plain = typed.normalize('NFKC').trim();
  const prefecture = prefectureNames.find((name) => plain.startsWith(name)) ?? '';
  const rest = plain.slice(prefecture.length).trim();
  const city = rest.startsWith(own)
    ? own
    : (/^(?:[^\s\d市区町村]+郡[^\s\d郡]+?[町村]|[^\s\d]+?市|[^\s\d]+?[区町村])/.exec(rest)?.[0] ?? rest);
  return prefecture === '' && city === plain ? null : { city, whole: plain };
}
