import * as z from 'zod';
import type { CodeList } from '#domains/codes/model.ts';
import * as m from '#messages';
import { Refusal } from '#platform/refusal.ts';
import { blankable, contact, identity } from './client-model.ts';

/** Whether the person agrees that what is told goes to the bodies that are needed (申込・同意). */
export const consentStates = ['given', 'refused', 'not_asked'] as const;
export type ConsentState = (typeof consentStates)[number];
export const consentStateWords: Record<ConsentState, () => string> = {
  given: m.cases_consent_given,
  refused: m.cases_consent_refused,
  not_asked: m.cases_consent_not_asked,
};

const code = z.string().max(40);

/** 仕事・住まい・健康保険・年金: what the form asks of how somebody lives. Each is a code of the list of its name. */
export const matters = ['work', 'housing', 'insurance', 'pension'] as const satisfies readonly CodeList[];
export type Matter = (typeof matters)[number];

/** The part of what is known that each belongs to. */
const facetOfMatter = {
  work: 'living',
  housing: 'living',
  insurance: 'health',
  pension: 'economy',
} as const satisfies Record<Matter, string>;

/** What a first word says, beside who it is (相談受付・申込票). Every part may come later. */
export const intakeContent = z.object({
  received_on: z.iso
    .date({ error: () => m.cases_field_received_on() })
    .nullable()
    .default(null),
  /** 方法: a code of the list `intake_channel`. */
  channel: z
    .string({ error: () => m.cases_field_channel() })
    .min(1, { error: () => m.cases_field_channel() })
    .max(40, { error: () => m.cases_field_channel() })
    .default('phone'),
  /** 相談経路: a code of the list `route`. */
  route: code.nullable().default(null),
  caller_name: blankable(60, m.cases_field_caller_name),
  caller_phone: contact.shape.phone,
  caller_relation: blankable(60, m.cases_field_caller_relation),
  trouble: blankable(4000, m.cases_field_trouble),
  wish: blankable(4000, m.cases_field_wish),
  heard_of: blankable(200, m.cases_field_heard_of),
  consent: z.enum(consentStates, { error: () => m.cases_field_consent() }).default('not_asked'),
  /** Taken from a paper that somebody else filled in: who. */
  entered_for: blankable(60, m.cases_field_entered_for),
  /** ○: codes of the list `worry`. */
  worries: z.array(code).max(60).default([]),
  /** ◎: those of them that hurt most. */
  worst: z.array(code).max(60).default([]),
  work: code.nullable().default(null),
  housing: code.nullable().default(null),
  insurance: code.nullable().default(null),
  pension: code.nullable().default(null),
});
export type IntakeContent = z.output<typeof intakeContent>;

/** The whole form as it is saved for the first time. */
export const intakeForm = intakeContent.extend(identity.shape).extend(contact.shape);

/** ○ and ◎ as one row for each worry; what hurts most also applies. */
export function worriesOf({ worries, worst }: { worries: readonly string[]; worst: readonly string[] }) {
  return [...new Set([...worries, ...worst])].map((code) => ({ code, most: worst.includes(code) }));
}

/** 仕事・住まい・健康保険・年金 as a row for each that was said. */
export function circumstancesOf(said: Pick<IntakeContent, Matter>) {
  return matters.flatMap((matter) =>
    said[matter] === null ? [] : [{ matter, code: said[matter], facet: facetOfMatter[matter] }],
  );
}

/** The codes of a form, by the list each is from. */
export function codesOf(said: Pick<IntakeContent, 'channel' | 'route' | 'worries' | 'worst' | Matter>) {
  const { channel, route, worries, worst } = said;
  return [
    ...matters.map((matter) => ({ field: matter, list: matter, codes: [said[matter]] })),
    { field: 'channel', list: 'intake_channel', codes: [channel] },
    { field: 'route', list: 'route', codes: [route] },
    { field: 'worries', list: 'worry', codes: worries },
    { field: 'worst', list: 'worry', codes: worst },
  ] satisfies { field: string; list: CodeList; codes: readonly (string | null)[] }[];
}

/** A refusal about one field. */
export function refuseField(field: string, sentence: string, whole = sentence): Refusal {
  return new Refusal('invalid', whole, { [field]: sentence });
}

/** As what a reception counts. */
export const countedWords: Record<'new' | 'again', () => string> = {
  new: m.cases_counted_new,
  again: m.cases_counted_again,
};
