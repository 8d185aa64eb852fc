import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatNumber } from '#platform/figure.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { Chart } from '#ui/Chart.tsx';
import { call } from '#ui/call.ts';
import { describeSeries, drawSeries, type SeriesChart } from '#ui/chart/series.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readIndicator } from '../api.ts';
import { polarityWords, sourceWords } from '../model.ts';
import { periodWords } from '../rule.ts';
import { Additions } from './shown/Additions.tsx';
import { Districts } from './shown/Districts.tsx';
import { loadWays } from './shown/load-ways.ts';
import { useIsPlanner, useMayReadRows } from './shown/may.ts';
import { Versions } from './shown/Versions.tsx';
import {
  writeAchieved,
  writeBaseline,
  writeOrigin,
  writePoint,
  writePointYear,
  writeRate,
  writeState,
  writeTarget,
  writeYear,
} from './shown/wording.ts';

export type IndicatorPage = OutputOf<typeof readIndicator>;

export async function loader(args: PageArgs) {
  const { year, cut } = queryOf(args) as { year?: string; cut?: 'as_was' | 'today' };
  const named = { plan: partOf(args, 'code'), indicator: partOf(args, 'indicator') };
  const options = { signal: args.request.signal };
  const [page, ways] = await Promise.all([
    call(readIndicator, { ...named, ...(year && { year }), ...(cut && { cut }) }, options),
    loadWays(options),
  ]);
  return { page, ways };
}

export function Component() {
  const { page, ways } = useLoaderData<typeof loader>();
  const { plan, figure, year } = page;
  const isPlanner = useIsPlanner();
  const address = `/plans/${plan.code}/indicators/${figure.code}`;
  return (
    <>
      <PageHeader
        title={figure.wording}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: plan.name, to: `/plans/${plan.code}` },
        ]}
        lead={page.group ?? m.plan_whole()}
        actions={isPlanner && <ButtonLink to={`${address}/edit`}>{m.plan_edit_indicator()}</ButtonLink>}
      />
      <Section heading={m.plan_figure()} actions={<RowsLink page={page} />}>
        <Headline page={page} />
      </Section>
      <Section heading={m.plan_definition()}>
        <Definition page={page} />
      </Section>
      <Section heading={m.plan_series()}>
        <Series page={page} />
      </Section>
      {figure.source === 'encounters' && (
        <Section heading={m.plan_districts_of({ year: writeYear(year) })}>
          <nav aria-label={m.plan_other_years()} className="flex flex-wrap gap-x-4 print:hidden">
            {figure.points.map(({ fiscal_year }) => (
              <Link
                key={fiscal_year}
                to={`?year=${fiscal_year}`}
                preventScrollReset
                aria-current={fiscal_year === year ? 'page' : undefined}
                className={`inline-block py-2 ${fiscal_year === year ? 'text-std-16B-170' : ''}`}
              >
                {writeYear(fiscal_year)}
              </Link>
            ))}
          </nav>
          {page.districts ? (
            <Districts page={page} districts={page.districts} address={address} ways={ways} />
          ) : (
            <Notice tone="info">{m.plan_districts_withheld()}</Notice>
          )}
        </Section>
      )}
      {page.additions.length > 0 && (
        <Section heading={m.plan_additions_of({ year: writeYear(year) })}>
          <Additions additions={page.additions} ways={ways} />
        </Section>
      )}
      <Versions page={page} />
    </>
  );
}

function RowsLink({ page: { plan, figure, year } }: { page: IndicatorPage }) {
  const mayRead = useMayReadRows();
  if (!mayRead || figure.source !== 'encounters') return null;
  return (
    <ButtonLink look="solid" to={`/plans/${plan.code}/indicators/${figure.code}/rows?year=${year}`}>
      {m.plan_see_rows()}
    </ButtonLink>
  );
}

function Headline({ page: { figure } }: { page: IndicatorPage }) {
  const { actual } = figure;
  const shown = [
    {
      term: m.plan_actual(),
      value: <strong className="text-std-24B-150">{writePoint(actual, figure)}</strong>,
    },
    { term: m.plan_actual_year(), value: actual && writePointYear(actual) },
    { term: m.plan_state(), value: actual && writeState(actual) },
    { term: m.plan_target(), value: targetOf(figure) },
    {
      term: m.plan_rate(),
      value: m.plan_rate_and_achieved({ rate: writeRate(figure), achieved: writeAchieved(figure) }),
    },
    { term: m.plan_baseline(), value: baselineOf(figure) },
  ];
  return (
    <>
      <DescriptionList items={shown} />
      {actual?.additions ? (
        <Notice tone="info">{m.plan_additions_beside({ n: actual.additions })}</Notice>
      ) : null}
    </>
  );
}

function targetOf(figure: IndicatorPage['figure']): string {
  const { target } = figure;
  if (!target) return m.plan_no_target();
  const year = target.fiscal_year === null ? '' : writeYear(target.fiscal_year);
  return m.plan_figure_of_year({ figure: writeTarget(figure), year });
}

function baselineOf(figure: IndicatorPage['figure']): string {
  const note = figure.baseline?.note;
  return note ? m.plan_noted({ what: writeBaseline(figure), note }) : writeBaseline(figure);
}

function Definition({ page: { figure } }: { page: IndicatorPage }) {
  const { definition, actual, source } = figure;
  if (!definition) return <p>{m.plan_no_definition()}</p>;
  const wave = actual?.wave;
  return (
    <DescriptionList
      items={[
        { term: m.plan_definition_wording(), value: definition.wording },
        {
          term: m.plan_definition_version(),
          value: m.plan_version_since({
            version: definition.version,
            year: writeYear(Number(definition.starts_on.slice(0, 4))),
            origin: writeOrigin(definition),
          }),
        },
        { term: m.plan_source(), value: sourceWords[source]() },
        { term: m.plan_period(), value: figure.period && periodWords[figure.period]() },
        { term: m.plan_polarity(), value: polarityWords[figure.polarity]() },
        ...(wave ? waveItems(wave, actual) : []),
      ]}
    />
  );
}

type Wave = NonNullable<NonNullable<IndicatorPage['figure']['actual']>['wave']>;

/** What is known of a survey, and what is not. */
function waveItems(wave: Wave, actual: NonNullable<IndicatorPage['figure']['actual']>) {
  const people = (n: number | null) => (n === null ? m.plan_unknown() : m.plan_people({ n }));
  const margin =
    actual.margin === null
      ? m.plan_margin_unknown()
      : m.plan_margin({ points: formatNumber(actual.margin, 1) });
  return [
    { term: m.plan_wave(), value: wave.name },
    {
      term: m.plan_wave_sizes(),
      value: m.plan_wave_people({ sent: people(wave.sent), returned: people(wave.returned) }),
    },
    { term: m.plan_answered(), value: people(actual.answered) },
    { term: m.plan_wave_method(), value: wave.method ?? m.plan_unknown() },
    { term: m.plan_question(), value: actual.question ?? m.plan_unknown() },
    { term: m.plan_margin_term(), value: margin },
  ];
}

function Series({ page: { plan, figure } }: { page: IndicatorPage }) {
  const measured = figure.points.flatMap((point) =>
    point.value === null ? [] : [{ ...point, value: point.value }],
  );
  const chart: SeriesChart = {
    id: `series-${figure.code}`,
    title: figure.wording,
    firstFiscalYear: plan.first_year,
    lastFiscalYear: plan.last_year,
    points: measured.map((point) => ({
      fiscalYear: point.fiscal_year,
      value: point.value,
      breaksBefore: point.breaks_before,
      provisional: point.state === 'open',
    })),
    baseline: stated(figure.baseline),
    target: stated(figure.target),
    decimals: figure.decimals,
    unit: figure.unit,
  };
  return (
    <Chart
      title={m.plan_series_title({ indicator: figure.wording, unit: figure.unit })}
      summary={describeSeries(chart)}
      svg={drawSeries(chart)}
      columns={[m.plan_fiscal_year(), m.plan_actual(), m.plan_state(), m.plan_additions_head()]}
      rows={figure.points.map((point) => [
        writeYear(point.fiscal_year),
        writePoint(point, figure),
        point.value === null ? '' : writeState(point),
        point.additions === null ? '' : formatNumber(point.additions, 0),
      ])}
    />
  );
}

function stated(one: { value: number | null; fiscal_year: number | null } | null) {
  if (one?.value == null || one.fiscal_year === null) return null;
  return { value: one.value, fiscalYear: one.fiscal_year };
}
