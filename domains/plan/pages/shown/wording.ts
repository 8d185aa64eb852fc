import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import { type Kind, kindWords } from '#domains/encounters/model.ts';
import { type Role, roleWords } from '#domains/posts/model.ts';
import { channels, channelWords } from '#domains/visits/model.ts';
import * as m from '#messages';
import { formatDay, formatFiscalYear, formatFiscalYearShort, formatMonth } from '#platform/calendar.ts';
import { formatFigure } from '#platform/figure.ts';
import { achievementRate, isAchieved } from '../../achievement.ts';
import type { Figure, Point } from '../../figures-api.ts';
import type { FigureState } from '../../model.ts';

type Units = Pick<Figure, 'decimals' | 'unit' | 'smallest_shown'>;

/** The value of a year as it is read: a figure, or in words why there is none. */
export function writePoint(point: Point | null, { decimals, unit, smallest_shown }: Units): string {
  if (point === null) return m.plan_no_value();
  if (point.masked) return m.plan_masked({ n: smallest_shown, unit });
  if (point.withheld) return m.plan_withheld();
  return point.value === null ? m.plan_no_value() : formatFigure(point.value, decimals, unit);
}

/** R6実績 or R7調査, as the plan writes it. */
export function writePointYear({ fiscal_year, kind }: Pick<Point, 'fiscal_year' | 'kind'>): string {
  const year = formatFiscalYearShort(fiscal_year);
  return kind === 'survey' ? m.plan_year_of_survey({ year }) : m.plan_year_of_result({ year });
}

/** 令和6年度（2024年度） */
export function writeYear(fiscalYear: number): string {
  return m.plan_year_both({ era: formatFiscalYear(fiscalYear), year: fiscalYear });
}

export const figureStateWords: Record<FigureState, () => string> = {
  open: m.plan_state_open,
  fixed: m.plan_state_fixed,
  published: m.plan_state_published,
};

/** 公表（2025年7月1日） */
export function writeState({ state, since }: Pick<Point, 'state' | 'since'>): string {
  const word = figureStateWords[state]();
  return since === null ? word : m.plan_state_since({ state: word, day: formatDay(since) });
}

export function writeTarget({ target, decimals, unit }: Figure): string {
  return target?.value == null ? m.plan_no_target() : formatFigure(target.value, decimals, unit);
}

export function writeBaseline({ baseline, decimals, unit }: Figure): string {
  if (baseline?.value == null) return m.plan_unknown();
  const figure = formatFigure(baseline.value, decimals, unit);
  return baseline.fiscal_year === null
    ? figure
    : m.plan_figure_of_year({ figure, year: formatFiscalYearShort(baseline.fiscal_year) });
}

/** 84.1%, or － where the quotient would mislead. */
export function writeRate({ polarity, actual, target }: Figure): string {
  const rate = achievementRate(polarity, actual?.value ?? null, target?.value ?? null);
  return rate === null ? m.plan_none() : formatFigure(rate, 1, '%');
}

export function writeAchieved({ polarity, actual, target }: Figure): string {
  const achieved = isAchieved(polarity, actual?.value ?? null, target?.value ?? null);
  if (achieved === null) return m.plan_none();
  return achieved ? m.plan_achieved() : m.plan_not_achieved();
}

/** 計画担当（久留米市 地域福祉課） */
function writeAuthor({ role, body }: { role: Role; body: string }): string {
  return m.plan_author({ role: roleWords[role](), body });
}

/** Where a row comes from: who wrote it and when. */
export function writeOrigin({ author, on }: { author: { role: Role; body: string }; on: string }): string {
  return m.plan_origin({ author: writeAuthor(author), day: formatDay(on) });
}

/** The channel of a visit, an intake or a contact, as the town's lists called it on a day; 方法不明 where none was said. */
export function writeChannel(channel: string | null, ways: readonly CodeEntry[], day: string): string {
  if (channel === null) return m.plan_channel_unknown();
  const visit = channels.find((one) => one === channel);
  if (visit) return channelWords[visit]();
  const list = ways.some((one) => one.list === 'intake_channel' && one.code === channel)
    ? 'intake_channel'
    : 'way';
  return labelOf(ways, list, channel, day);
}

export function writeKind(kind: string): string {
  return kind in kindWords ? kindWords[kind as Kind]() : kind;
}

export function writeRole(role: string): string {
  return role in roleWords ? roleWords[role as Role]() : role;
}

export function writeDistrict(name: string | null): string {
  return name ?? m.plan_district_unknown();
}

/** 2025年1月 */
export function writeMonth(month: string): string {
  return m.plan_month({ year: month.slice(0, 4), month: formatMonth(month) });
}
