import * as z from 'zod';
import { type CountingRule, sources as countedSources, kinds } from '#domains/encounters/model.ts';
import { roles } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { Source } from './model.ts';

/** How long a value speaks for: 年度, 調査した時点 or 暦年. */
export const periodKinds = ['fiscal_year', 'point', 'calendar_year'] as const;
export type PeriodKind = (typeof periodKinds)[number];
export const periodWords: Record<PeriodKind, () => string> = {
  fiscal_year: m.plan_period_fiscal_year,
  point: m.plan_period_point,
  calendar_year: m.plan_period_calendar_year,
};

const codes = z.array(z.string().regex(/^[a-z_]+$/)).min(1);

/**
 * 件数: which encounters count. `null` leaves a property open (every role, every channel, every result). Counts are
 * kept by month, so their period is the fiscal year; what counts is the event, since sheets carry no names.
 */
const countRule = z
  .object({
    counts: z.literal('encounters'),
    period: z.literal('fiscal_year'),
    kinds: z.array(z.enum(kinds)).min(1, { error: () => m.plan_field_rule_kinds() }),
    roles: z.array(z.enum(roles)).min(1).nullable(),
    channels: codes.nullable(),
    contacts: codes.nullable(),
    sources: z.array(z.enum(countedSources)).min(1, { error: () => m.plan_field_rule_sources() }),
    distinct: z.literal('events'),
  })
  .refine(({ contacts, sources }) => contacts === null || !sources.includes('sheet'), {
    path: ['contacts'],
    error: () => m.plan_field_contacts_sheet(),
  });
export type CountRule = z.output<typeof countRule> & CountingRule;

/** 割合: which answers of a survey count, and whether 無回答 stands in the base ('unknown' where the source is silent). */
const shareRule = z.object({
  counts: z.literal('survey'),
  period: z.literal('point'),
  answers: z.array(z.string().min(1)),
  no_answer: z.enum(['in_base', 'out_of_base', 'unknown'], { error: () => m.plan_field_rule_no_answer() }),
});

const period = z.enum(periodKinds, { error: () => m.plan_field_rule_period() });
const statisticRule = z.object({ counts: z.literal('statistic'), period });
const typedRule = z.object({ counts: z.literal('typed'), period });

/** The definition of an indicator, as data. `counts` names the same source as the indicator. */
export const rule = z.discriminatedUnion('counts', [countRule, shareRule, statisticRule, typedRule]);
export type Rule = z.output<typeof rule>;

export function isCountRule(one: Rule): one is CountRule {
  return one.counts === 'encounters';
}

/** Whether a rule can define an indicator of this source. */
export function fits(one: Rule, source: Source): boolean {
  return one.counts === source;
}
