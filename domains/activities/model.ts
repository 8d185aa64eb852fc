import * as z from 'zod';
import { channels, contacts } from '#domains/visits/kinds.ts';
import { visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';

/** 地区担当 or 主任児童委員. */
export const duties = ['area', 'child'] as const;
export type Duty = (typeof duties)[number];
export const dutyWords: Record<Duty, () => string> = {
  area: m.activities_duty_area,
  child: m.activities_duty_child,
};

/** How a month's record stands: written, handed in, sent back, checked by the chair (会長), sent to the city and locked. */
export const states = ['open', 'handed_in', 'sent_back', 'checked', 'sent'] as const;
export type State = (typeof states)[number];
export const stateWords: Record<State, () => string> = {
  open: m.activities_state_open,
  handed_in: m.activities_state_handed_in,
  sent_back: m.activities_state_sent_back,
  checked: m.activities_state_checked,
  sent: m.activities_state_sent,
};

export const answers = ['checked', 'sent_back'] as const;

const code = z.string().regex(/^[a-z0-9_]{1,40}$/, { error: () => m.activities_field_rule() });
const wording = z
  .string({ error: () => m.activities_field_rule() })
  .trim()
  .min(1, { error: () => m.activities_field_rule() })
  .max(100, { error: () => m.activities_field_rule() });

const block = z.object({
  code,
  wording,
  unit: z.string().max(10),
  lines: z
    .array(z.object({ code, mark: z.string().max(10), wording }))
    .min(1, { error: () => m.activities_field_rule_empty() })
    .max(40, { error: () => m.activities_field_rule() }),
});

/** What a month's record counts, as data: its blocks, which must come to the same, and which recorded visits are in it. */
export const activityRule = z.object({
  blocks: z.array(block).min(1).max(10),
  /** Pairs of blocks whose totals must be equal. */
  equal: z.array(z.tuple([code, code])),
  visits: z.object({
    /** The line that recorded visits are counted in. */
    line: code,
    /** Under which hats; what was recorded under several of them is counted once. */
    hats: z
      .array(z.enum(visitingRoles), { error: () => m.activities_field_hats() })
      .min(1, { error: () => m.activities_field_hats() }),
    channels: z
      .array(z.enum(channels), { error: () => m.activities_field_channels() })
      .min(1, { error: () => m.activities_field_channels() }),
    contacts: z
      .array(z.enum(contacts), { error: () => m.activities_field_contacts() })
      .min(1, { error: () => m.activities_field_contacts() }),
    /** Whether going along with somebody else's visit counts. */
    companions: z.boolean(),
  }),
  /** Lines that 主任児童委員 are not asked for; a block of which none is left is not shown to them. */
  not_for_child: z.array(code),
});
export type ActivityRule = z.output<typeof activityRule>;
type RuleBlock = z.output<typeof block>;

/** The block of days has no lines: each day of the month counts once. */
export const daysCode = 'days';

/** The blocks a post is asked for. */
export function blocksFor({ blocks, not_for_child }: ActivityRule, duty: Duty): RuleBlock[] {
  if (duty === 'area') return blocks;
  return blocks
    .map((one) => ({ ...one, lines: one.lines.filter((line) => !not_for_child.includes(line.code)) }))
    .filter(({ lines }) => lines.length > 0);
}

/** 「1 在宅福祉」 */
export function sayLine({ mark, wording }: RuleBlock['lines'][number]): string {
  return mark === '' ? wording : m.activities_line({ mark, wording });
}

/** {line: n}; what is left out is zero. */
export const added = z.record(
  code,
  z
    .int({ error: () => m.activities_field_count() })
    .min(0, { error: () => m.activities_field_count() })
    .max(9999, { error: () => m.activities_field_count() }),
);

/** The days of a month as `1` to `31`, and how many there are. */
export function daysIn(month: string): number {
  const [year = 0, n = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, n, 0)).getUTCDate();
}

export function firstAndLast(month: string): { first: string; last: string } {
  return { first: `${month}-01`, last: `${month}-${String(daysIn(month)).padStart(2, '0')}` };
}

/** The months that can be looked at: the running one and those before it, the newest first. */
export function monthsBack(today: string, n: number): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: n }, (_, i) =>
    new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7),
  );
}

/** Last month, while it waits to be handed in; undefined when nothing does. */
export function findDueMonth<Month extends { readonly month: string; readonly state: State }>(
  months: readonly Month[],
  today: string,
): Month | undefined {
  return months
    .slice(0, 2)
    .find(({ month, state }) => month < today.slice(0, 7) && (state === 'open' || state === 'sent_back'));
}
