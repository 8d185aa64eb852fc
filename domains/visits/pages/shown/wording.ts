import * as m from '#messages';
import { type Day, fiscalYearOf, formatDay, formatFiscalYear, formatMonth } from '#platform/calendar.ts';
import { channelWords, conditionWords, contactWords, type StoredContent } from '../../model.ts';

/** The name of each part of a visit, as its field, its column and its correction call it. */
export const partWords: Record<keyof StoredContent, () => string> = {
  visited_on: m.visits_label_on,
  visited_at: m.visits_label_at,
  minutes: m.visits_label_minutes,
  channel: m.visits_label_channel,
  contact: m.visits_label_contact,
  condition: m.visits_label_condition,
  next_step: m.visits_label_next_step,
  note: m.visits_label_note,
};

/** 会って（対面）・会えた・変わりなし */
export function writeVisit({ channel, contact, condition }: Outcome): string {
  const words = [channelWords[channel](), contactWords[contact](), condition && conditionWords[condition]()];
  return words.filter(Boolean).join(m.visits_between());
}

type Outcome = Pick<StoredContent, 'channel' | 'contact' | 'condition'>;

/** 2026年2月2日（令和8年2月2日） 14:30 */
export function writeWhen({
  visited_on,
  visited_at,
}: Pick<StoredContent, 'visited_on' | 'visited_at'>): string {
  const day = formatDay(visited_on);
  return visited_at === null ? day : m.visits_day_and_time({ day, time: visited_at });
}

/** 1月24日 */
export function writeShortDay(day: Day): string {
  const [, month, date] = day.split('-').map(Number);
  return m.visits_short_day({ month: month ?? 0, date: date ?? 0 });
}

/** 2026年1月（令和7年度） */
export function writeMonth(month: string): string {
  return m.visits_month({
    year: month.slice(0, 4),
    month: formatMonth(month),
    fiscal: formatFiscalYear(fiscalYearOf(`${month}-01`)),
  });
}

export function writeName(name: string | null): string {
  return name ?? m.visits_name_unknown();
}
