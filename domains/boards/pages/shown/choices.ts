import { listThemes } from '#domains/cases/gap-api.ts';
import { listPlans, readPlan } from '#domains/plan/api.ts';
import * as m from '#messages';
import { call } from '#ui/call.ts';

interface Options {
  signal: AbortSignal;
}

/** Themes of the gap register that were released, as choices. */
export async function readThemeChoices(options: Options) {
  const { themes } = await call(listThemes, { limit: 200 }, options);
  return themes
    .filter(({ state }) => state === 'released')
    .map(({ id, title }) => ({ value: id, label: title ?? '' }));
}

/** Measures of every plan, the newest plan first, as choices. */
export async function readMeasureChoices(options: Options) {
  const { plans } = await call(listPlans, {}, options);
  const read = await Promise.all(plans.map(({ code }) => call(readPlan, { plan: code }, options)));
  return read
    .sort((a, b) => b.first_year - a.first_year)
    .flatMap(({ name, measures }) =>
      measures.map((one) => ({
        value: one.id,
        label: m.boards_measure_of({ plan: name, n: one.number, name: one.name }),
      })),
    );
}

/** What a list offers. */
export type Choices = readonly { value: string; label: string }[];
