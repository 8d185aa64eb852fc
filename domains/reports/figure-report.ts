import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import type { readIndicators } from '#domains/plan/queries.ts';
import { type Role, roleWords } from '#domains/posts/model.ts';
import { channels, channelWords } from '#domains/visits/model.ts';
import * as m from '#messages';
import type { ReportFigure } from './model.ts';
import { leaveOutSmall } from './small-cells.ts';

type Indicator = Awaited<ReturnType<typeof readIndicators>>[number];
type Point = Indicator['figure']['points'][number];

/**
 * A figure of the plan as the report says it, with what stands behind it in the year of its actual: districts and
 * later additions for whoever may see the whole town, and the totals alone for everybody else.
 *
 * @param ways the town's lists of ways
 */
export function fillFigure(behind: Indicator, ways: readonly CodeEntry[]): ReportFigure {
  const { figure } = behind;
  const { baseline, target, actual, definition } = figure;
  const whole = behind.districts?.whole === true;
  const measured = actual && measuredOf(actual);
  return {
    code: figure.code,
    group: figure.group,
    wording: figure.wording,
    unit: figure.unit,
    decimals: figure.decimals,
    polarity: figure.polarity,
    smallestShown: figure.smallest_shown,
    baseline:
      baseline && baseline.value !== null
        ? { value: baseline.value, fiscalYear: baseline.fiscal_year, note: baseline.note }
        : null,
    target:
      target && target.value !== null && target.fiscal_year !== null
        ? { value: target.value, fiscalYear: target.fiscal_year, note: target.note }
        : null,
    actual: measured,
    definition: definition && {
      wording: definition.wording,
      version: definition.version,
      since: definition.starts_on,
    },
    source: { kind: figure.source, note: actual?.source_note ?? null },
    wave: actual && waveOf(actual),
    series: figure.points.filter(isMeasured).map((point) => ({
      ...measuredOf(point),
      breaksBefore: point.breaks_before,
      target: point.target,
      additions: point.additions,
      from: point.wave?.name ?? point.source_note,
    })),
    additions: measured && whole ? behind.additions.map((addition) => additionOf(addition, ways)) : [],
    lateValues: lateValuesOf(behind),
    byDistrict: measured && whole ? byDistrictOf(behind) : null,
    totalsOnly: figure.source === 'encounters' && figure.points.some(isWithheld),
  };
}

/** Who wrote something, as it is printed: the role and its body, never a name. */
export function authorRoleOf({ role, body }: { role: Role; body: string }): string {
  return m.reports_author({ role: roleWords[role](), body });
}

function measuredOf({ value, fiscal_year, kind, state, since }: Point) {
  return { value, fiscalYear: fiscal_year, kind, period: { state, since } };
}

function isMeasured({ value, masked }: Point): boolean {
  return value !== null || masked;
}

/** A count that this post may not know, or whose later additions it may not know. */
function isWithheld(point: Point): boolean {
  return point.withheld || (isMeasured(point) && point.state !== 'open' && point.additions === null);
}

function waveOf({ wave, question, answered }: Point): ReportFigure['wave'] {
  if (!wave) return null;
  const { name, fiscal_year, sent, returned, method, note } = wave;
  return { name, fiscalYear: fiscal_year, asked: sent, returned, answered, method, question, note };
}

function additionOf(
  { month, added_on, district, channel, reason, n }: Indicator['additions'][number],
  ways: readonly CodeEntry[],
): ReportFigure['additions'][number] {
  const said = channel && sayChannel(channel, ways, `${month}-01`);
  return { month, addedOn: added_on, district, channel: said, reason, amount: n };
}

function sayChannel(channel: string, ways: readonly CodeEntry[], day: string): string {
  const visit = channels.find((one) => one === channel);
  if (visit) return channelWords[visit]();
  const list = ways.some((one) => one.list === 'intake_channel' && one.code === channel)
    ? 'intake_channel'
    : 'way';
  return labelOf(ways, list, channel, day);
}

function lateValuesOf({ values }: Indicator): ReportFigure['lateValues'] {
  return values.flatMap(({ value, fiscal_year, late_reason, author, on }) =>
    late_reason === null
      ? []
      : [{ value, fiscalYear: fiscal_year, author: authorRoleOf(author), date: on, reason: late_reason }],
  );
}

/** The districts of the year; those without a name alone where nobody asked the district of anything. */
function byDistrictOf({ figure, districts, year }: Indicator): ReportFigure['byDistrict'] {
  const rows = (districts?.rows ?? []).map(({ name, area, months }) => ({ name, area, months }));
  const counted = rows.filter(({ months }) => months.some((count) => count !== null));
  if (counted.length === 0) return null;
  const shown = counted.some(({ name }) => name !== null) ? rows : counted;
  return { fiscalYear: year, ...leaveOutSmall(shown, figure.smallest_shown) };
}
