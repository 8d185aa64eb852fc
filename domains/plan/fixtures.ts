import type { Planting } from '../planting.ts';
import * as api from './api.ts';
import * as sample from './fixtures-content.ts';

const planner = 'tsutsumi';
const beforeAll = '2024-04-03T09:00:00+09:00';
const drawing = '2025-11-10T10:00:00+09:00';
const writing = '2025-10-01T10:00:00+09:00';

/** The two plans with everything that is not counted: structure, links, targets, survey values, texts. */
export async function plantPlan(planting: Planting): Promise<void> {
  await plantStructure(planting);
  await plantIndicators(planting);
  await plantLinks(planting);
  await plantEvaluations(planting);
}

/** Fixes 令和6年度 in June 2025 and publishes it in July. What comes later is planted by whoever records it. */
export async function plantFixing(planting: Planting): Promise<void> {
  await planting.call(planner, '2025-06-10T10:00:00+09:00', api.fixPeriod, {
    fiscal_year: 2024,
    reason: '全46校区の集計票と、生活自立支援センターの受付記録がそろったため（見本）',
  });
  await planting.call(planner, '2025-07-01T10:00:00+09:00', api.publishPeriod, { fiscal_year: 2024 });
}

async function plantStructure(planting: Planting): Promise<void> {
  const { call, id } = planting;
  const owners = sample.planOwners.map(({ body, plan_name }) => ({ body_id: id(`body:${body}`), plan_name }));
  for (const plan of [sample.firstPlan, sample.secondPlan]) {
    await call(planner, beforeAll, api.createPlan, { ...plan, id: id(`plan:${plan.code}`), owners });
  }
  const plan_id = id('plan:kurume-1');
  for (const [i, wording] of sample.challenges.entries()) {
    await call(planner, beforeAll, api.addChallenge, {
      id: id(`challenge:${i + 1}`),
      plan_id,
      number: i + 1,
      wording,
    });
  }
  for (const [i, name] of sample.groups.entries()) {
    await call(planner, beforeAll, api.addMeasureGroup, {
      id: id(`group:${i + 1}`),
      plan_id,
      number: i + 1,
      name,
    });
  }
  for (const [i, [name, group]] of sample.measures.entries()) {
    const measure = {
      id: id(`measure:${i + 1}`),
      plan_id,
      number: i + 1,
      name,
      group_id: id(`group:${group}`),
    };
    await call(planner, beforeAll, api.addMeasure, measure);
  }
  for (const { measure, place, wording, group } of sample.otherWordings) {
    await call(planner, beforeAll, api.addWording, {
      id: id(`wording:${measure}`),
      measure_id: id(`measure:${measure}`),
      place,
      wording,
      group_id: group && id(`group:${group}`),
    });
  }
  for (const [i, name] of sample.secondMeasures.entries()) {
    const measure = { id: id(`next-measure:${i + 1}`), plan_id: id('plan:kurume-2'), number: i + 1, name };
    await call(planner, beforeAll, api.addMeasure, measure);
  }
}

async function plantIndicators({ call, id }: Planting): Promise<void> {
  for (const wave of sample.waves) {
    const note = '配布数・回収数・方法は、元の資料に書かれていない。';
    await call(planner, writing, api.addSurveyWave, { ...wave, id: id(`wave:${wave.fiscal_year}`), note });
  }
  for (const { target, value, rule, definition, group, ...indicator } of sample.indicators) {
    const indicator_id = id(`indicator:${indicator.code}`);
    await call(planner, beforeAll, api.addIndicator, {
      ...indicator,
      id: indicator_id,
      plan_id: id('plan:kurume-1'),
      group_id: group && id(`group:${group}`),
      polarity: 'up',
    });
    await call(planner, beforeAll, api.defineIndicator, {
      indicator_id,
      after_version: 0,
      first_year: sample.firstPlan.first_year,
      rule,
      wording: definition,
    });
    await call(planner, beforeAll, api.setBaseline, {
      id: id(`baseline:${indicator.code}`),
      indicator_id,
      fiscal_year: null,
      value: null,
      note: '元の資料に書かれていない。',
    });
    await call(planner, beforeAll, api.setTarget, {
      id: id(`target:${indicator.code}`),
      indicator_id,
      fiscal_year: sample.firstPlan.last_year,
      value: target,
    });
    if (value) {
      await call(planner, writing, api.bringValue, {
        ...value,
        id: id(`value:${indicator.code}`),
        indicator_id,
        wave_id: id(`wave:${value.fiscal_year}`),
        source_note: '第1期プラン 成果指標の達成状況',
      });
    }
  }
}

async function plantLinks({ call, id }: Planting): Promise<void> {
  const note = '元の資料には二つの表が並んでいるだけなので、案として引いたもの。';
  for (const [challenge, measures] of sample.challengeLinks) {
    for (const measure of measures) {
      await call(planner, drawing, api.drawLink, {
        id: id(`link:challenge-${challenge}-${measure}`),
        challenge_id: id(`challenge:${challenge}`),
        measure_id: id(`measure:${measure}`),
        note,
      });
    }
  }
  for (const [next, measures] of sample.carryLinks) {
    for (const measure of measures) {
      await call(planner, drawing, api.drawLink, {
        id: id(`link:next-${next}-${measure}`),
        next_measure_id: id(`next-measure:${next}`),
        measure_id: id(`measure:${measure}`),
        note,
      });
    }
  }
}

async function plantEvaluations({ call, id }: Planting): Promise<void> {
  for (const { group, kind, body } of sample.evaluations) {
    await call(planner, writing, api.writeEvaluation, {
      id: id(`evaluation:${group ?? 'whole'}-${kind}`),
      plan_id: id('plan:kurume-1'),
      group_id: group && id(`group:${group}`),
      kind,
      after_version: 0,
      body,
    });
  }
}
