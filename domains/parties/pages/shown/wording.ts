import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { type Caution, cautionWords } from '../../model.ts';

/** 犬がいる、先に電話 */
export function writeCautions(cautions: readonly Caution[]): string {
  return cautions.map((caution) => cautionWords[caution]()).join(m.parties_join());
}

/** From when to when; without an end it still goes on. */
export function writeSpan({ starts_on, ends_on }: { starts_on: string; ends_on: string | null }): string {
  const first = formatDay(starts_on);
  return ends_on === null
    ? m.parties_span_open({ first })
    : m.parties_span({ first, last: formatDay(ends_on) });
}

interface Said {
  name: string;
  kana: string;
  address: string;
  phone: string | null;
  cautions: readonly Caution[];
}

/** What an entry says, as pairs of word and value. */
export function describeContent({ name, kana, address, phone, cautions }: Said) {
  return [
    { term: m.parties_export_name(), value: name },
    { term: m.parties_export_kana(), value: kana },
    { term: m.parties_export_address(), value: address },
    { term: m.parties_export_phone(), value: phone },
    { term: m.parties_export_cautions(), value: writeCautions(cautions) || null },
  ];
}
