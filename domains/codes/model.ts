import * as z from 'zod';
import * as m from '#messages';

/** コード表: the lists of codes forms are filled in with. */
export const codeLists = [
  'worry',
  'route',
  'background',
  'screening',
  'change',
  'ending',
  'way',
  'service',
  'work',
  'housing',
  'insurance',
  'attribute',
  'pension',
  'place_access',
  'place_language',
  'allergen',
  'helping_work',
  'liking',
  'intake_channel',
  'with_whom',
  'scheme',
  'urgency',
  'consent_way',
] as const;
export type CodeList = (typeof codeLists)[number];

export const codeListWords: Record<CodeList, () => string> = {
  worry: m.codes_list_worry,
  route: m.codes_list_route,
  background: m.codes_list_background,
  screening: m.codes_list_screening,
  change: m.codes_list_change,
  ending: m.codes_list_ending,
  way: m.codes_list_way,
  service: m.codes_list_service,
  work: m.codes_list_work,
  housing: m.codes_list_housing,
  insurance: m.codes_list_insurance,
  attribute: m.codes_list_attribute,
  pension: m.codes_list_pension,
  place_access: m.codes_list_place_access,
  place_language: m.codes_list_place_language,
  allergen: m.codes_list_allergen,
  helping_work: m.codes_list_helping_work,
  liking: m.codes_list_liking,
  intake_channel: m.codes_list_intake_channel,
  with_whom: m.codes_list_with_whom,
  scheme: m.codes_list_scheme,
  urgency: m.codes_list_urgency,
  consent_way: m.codes_list_consent_way,
};

/** What has to be known of a list before it is changed, where a form does not simply offer it. */
export const codeListUse: Partial<Record<CodeList, () => string>> = {
  screening: m.codes_use_screening,
  background: m.codes_use_background,
  attribute: m.codes_use_attribute,
  allergen: m.codes_use_allergen,
  liking: m.codes_use_liking,
  intake_channel: m.codes_use_intake_channel,
  way: m.codes_use_intake_channel,
};

/** Lists whose codes stand beside one another in a count of the spine: a code of both means the same in both. */
export const sisterList: Partial<Record<CodeList, CodeList>> = {
  way: 'intake_channel',
  intake_channel: 'way',
};

/** What is written without a form that offers it: a letter of the public form, a first word of which nobody said how it came. */
export const writtenUnasked: Partial<Record<CodeList, readonly string[]>> = {
  intake_channel: ['phone', 'mail'],
  route: ['public_form', 'unknown'],
};

/** Entries a new town starts with: `code:label|code:label`. */
export const defaultEntries: Record<CodeList, () => string> = {
  worry: m.codes_default_worry,
  route: m.codes_default_route,
  background: m.codes_default_background,
  screening: m.codes_default_screening,
  change: m.codes_default_change,
  ending: m.codes_default_ending,
  way: m.codes_default_way,
  service: m.codes_default_service,
  work: m.codes_default_work,
  housing: m.codes_default_housing,
  insurance: m.codes_default_insurance,
  attribute: m.codes_default_attribute,
  pension: m.codes_default_pension,
  place_access: m.codes_default_place_access,
  place_language: m.codes_default_place_language,
  allergen: m.codes_default_allergen,
  helping_work: m.codes_default_helping_work,
  liking: m.codes_default_liking,
  intake_channel: m.codes_default_intake_channel,
  with_whom: m.codes_default_with_whom,
  scheme: m.codes_default_scheme,
  urgency: m.codes_default_urgency,
  consent_way: m.codes_default_consent_way,
};

/** An entry with everything it has been called. */
export const codeEntry = z.object({
  id: z.uuid(),
  list: z.enum(codeLists),
  code: z.string(),
  sort: z.int(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  /** Oldest first; each holds from its day on. */
  wordings: z.array(z.object({ from_on: z.string(), label: z.string() })),
});
export type CodeEntry = z.output<typeof codeEntry>;

/** What a code was called on a day (`YYYY-MM-DD`). A code that no list knows stands for itself. */
export function labelOf(entries: readonly CodeEntry[], list: CodeList, code: string, day: string): string {
  const entry = entries.find((e) => e.list === list && e.code === code);
  return entry ? wordingOn(entry, day) : code;
}

/** What an entry is called on a day; before its first wording, as it was called first. */
export function wordingOn({ wordings, code }: CodeEntry, day: string): string {
  return (wordings.findLast(({ from_on }) => from_on <= day) ?? wordings[0])?.label ?? code;
}

/** What a form offers on a day, in the order of the list, as choices of a field. */
export function choicesOn(entries: readonly CodeEntry[], list: CodeList, day: string) {
  return entries
    .filter((e) => e.list === list && isInForce(e, day))
    .map((e) => ({ value: e.code, label: wordingOn(e, day) }));
}

export function isInForce({ starts_on, ends_on }: CodeEntry, day: string): boolean {
  return starts_on <= day && (ends_on === null || ends_on >= day);
}
