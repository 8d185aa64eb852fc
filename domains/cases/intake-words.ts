import { type CodeEntry, type CodeList, codeListWords, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { sexWords } from './client-model.ts';
import { consentStateWords, matters } from './intake-model.ts';

/** What the codes and ids of a form are called. */
export interface Known {
  readonly codes: readonly CodeEntry[];
  readonly districts: ReadonlyMap<string, string>;
  readonly day: string;
}

const lists: Readonly<Record<string, CodeList>> = {
  channel: 'intake_channel',
  route: 'route',
  worries: 'worry',
  worst: 'worry',
  ...Object.fromEntries(matters.map((matter) => [matter, matter])),
};
const words: Readonly<Record<string, Record<string, () => string>>> = {
  consent: consentStateWords,
  sex: sexWords,
};
const labels = {
  received_on: m.cases_label_received_on,
  channel: m.cases_label_channel,
  route: m.cases_label_route,
  caller_name: m.cases_label_caller_name,
  caller_phone: m.cases_label_caller_phone,
  caller_relation: m.cases_label_caller_relation,
  trouble: m.cases_label_trouble,
  wish: m.cases_label_wish,
  heard_of: m.cases_label_heard_of,
  consent: m.cases_label_consent,
  entered_for: m.cases_label_entered_for,
  worries: m.cases_label_worries,
  worst: m.cases_label_worst,
  work: codeListWords.work,
  housing: codeListWords.housing,
  insurance: codeListWords.insurance,
  pension: codeListWords.pension,
  name: m.cases_label_name,
  kana: m.cases_label_kana,
  called: m.cases_label_called,
  born_on: m.cases_label_born_on,
  born_about: m.cases_label_born_about,
  sex: m.cases_label_sex,
  address: m.cases_label_address,
  district_id: m.cases_label_district,
  phone: m.cases_label_phone,
  mobile: m.cases_label_mobile,
  email: m.cases_label_email,
  reaching: m.cases_label_reaching,
} as const;
type IntakeField = keyof typeof labels;
const fields = Object.keys(labels) as IntakeField[];

/** What a field is called. */
export function labelOfField(field: string): string {
  return labels[field as IntakeField]?.() ?? field;
}

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
