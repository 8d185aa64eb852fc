import type { OwnAnswers } from '../items/fixtures.ts';
import type { Planting } from '../planting.ts';
import * as api from './api.ts';
import * as sample from './fixtures-content.ts';

const planner = 'tsutsumi';

/** Projects, the rule, the inquiry of 令和6年度 up to the committee, and the one of 令和7年度 on its way. */
export async function plantProjects(planting: Planting): Promise<void> {
  await plantStructure(planting);
  await plantInquiry2024(planting);
  await plantInquiry2025(planting);
}

/** Fixes and publishes what was gathered for 令和6年度; the figures of the year have to be fixed before. */
export async function plantInquiryFixing({ call, id }: Planting): Promise<void> {
  const inquiry_id = id('inquiry:2024');
  await call(planner, '2025-10-20T10:00:00+09:00', api.fixInquiry, {
    id: id('gathering:2024:2'),
    inquiry_id,
  });
  await call(planner, '2025-10-27T10:00:00+09:00', api.publishInquiry, { inquiry_id });
  await call(planner, '2025-12-08T10:00:00+09:00', api.correctFixedAnswer, {
    id: id('correction:2024'),
    item_id: await itemOf({ call, id }, inquiry_id, 104),
    correction: '【見本】配った手引きの部数は、増し刷りの分を含んでいませんでした。',
    reason: '【見本】翌年度の照会のときに、所管課が数え直したため',
  });
}

type Calls = Pick<Planting, 'call' | 'id'>;

async function plantStructure({ call, id }: Planting): Promise<void> {
  const at = '2024-04-10T09:00:00+09:00';
  const integrated = id('other-plan:integrated');
  await call(planner, at, api.addOtherPlan, { ...sample.integratedPlan, id: integrated });
  await call(planner, at, api.setGradingRule, { ...sample.rule, id: id('rule:2024') });
  for (const { number, name, summary, owner, measures, integrated: inPlan } of sample.projects) {
    await call(planner, at, api.addProject, {
      id: id(`project:${number}`),
      number,
      name,
      summary,
      body_id: id(`body:${owner}`),
      starts_on: '2024-04-01',
      measure_ids: measures.map((measure) => id(`measure:${measure}`)),
      other_plan_ids: inPlan ? [integrated] : [],
    });
  }
}

async function plantInquiry2024(planting: Planting): Promise<void> {
  const { call, id } = planting;
  const inquiry_id = id('inquiry:2024');
  await send(planting, 2024, { at: '2025-05-12T09:00:00+09:00', due_on: '2025-06-13' });
  const items = await itemsOf(planting, inquiry_id, '2025-05-13T09:00:00+09:00');
  for (const project of sample.projects) {
    const item_id = items.get(project.number) ?? '';
    await answer(planting, project, 2024, { item_id, at: '2025-06-09T15:00:00+09:00' });
    await confirm(planting, { item_id, as: `2024:${project.number}`, at: '2025-06-16T10:00:00+09:00' });
  }
  await call(planner, '2025-08-01T10:00:00+09:00', api.gatherAnswers, {
    id: id('gathering:2024:1'),
    inquiry_id,
  });
  for (const [i, { measure, opinion, reply }] of opinions.entries()) {
    await call(planner, '2025-09-19T10:00:00+09:00', api.recordOpinion, {
      id: id(`opinion:${i}`),
      inquiry_id,
      committee: '地域福祉推進委員会（見本）',
      met_on: '2025-09-18',
      measure_id: measure === null ? null : id(`measure:${measure}`),
      opinion,
    });
    await call(planner, '2025-10-06T10:00:00+09:00', api.replyToOpinion, {
      id: id(`reply:${i}`),
      opinion_id: id(`opinion:${i}`),
      after_version: 0,
      reply,
    });
  }
}

const opinions = [
  {
    measure: null,
    opinion: '【見本】件数だけでは、だれとだれが知り合ったかが分からない。様子の分かる書き方をしてほしい。',
    reply: '【見本】次の照会から、参加した人の声と新しくできた関係も書いてもらうようお願いします。',
  },
  {
    measure: 2,
    opinion: '【見本】訪問する人の負担が大きい。集計の手間を減らしてほしい。',
    reply: '【見本】訪問の記録から集計票ができるようにし、同じことを二度書かない形にしていきます。',
  },
] as const;

/** Every state a project can be in on 2 February: two in the middle of the section that the cast plays. */
async function plantInquiry2025(planting: Planting): Promise<void> {
  const { call, id } = planting;
  const inquiry_id = id('inquiry:2025');
  await send(planting, 2025, { at: '2026-01-13T09:00:00+09:00', due_on: '2026-02-13' });
  const items = await itemsOf(planting, inquiry_id, '2026-01-13T09:30:00+09:00');
  const item = (number: number) => items.get(number) ?? '';
  for (const project of sample.projects) {
    const item_id = item(project.number);
    if (waiting.has(project.number)) continue;
    const draft = drafts.has(project.number);
    await answer(planting, project, 2025, { item_id, at: '2026-01-22T15:00:00+09:00', draft });
    if (!confirmed.has(project.number)) continue;
    await confirm(planting, { item_id, as: `2025:${project.number}`, at: '2026-01-27T10:00:00+09:00' });
  }
  for (const number of [102, 110]) {
    await call(planner, '2026-01-28T10:00:00+09:00', api.sendBackAnswer, {
      id: id(`return:${number}`),
      item_id: item(number),
      version: 1,
      reason: '【見本】昨年度と同じ文になっているようです。今年度の様子を書き足してください。',
    });
  }
  await call(planner, '2026-01-30T10:00:00+09:00', api.remindOwners, {
    inquiry_id,
    body_id: id('body:つながり支援課'),
  });
}

const waiting = new Set([109, 112, 116, 121, 125, 131]);
const drafts = new Set([120, 123]);
const confirmed = new Set([103, 104, 105, 114, 117, 118, 122, 127]);

function send({ call, id }: Calls, year: number, { at, due_on }: { at: string; due_on: string }) {
  return call(planner, at, api.sendInquiry, {
    id: id(`inquiry:${year}`),
    plan_id: id('plan:kurume-1'),
    fiscal_year: year,
    title: `令和${year - 2018}年度 くるめ支え合うプラン進捗状況の照会`,
    instruction: sample.instruction,
    due_on,
  });
}

async function itemsOf({ call }: Calls, id: string, at: string): Promise<Map<number, string>> {
  const { items } = await call(planner, at, api.readInquiry, { id });
  return new Map(items.map((item) => [item.number, item.id]));
}

async function itemOf(calls: Calls, inquiry: string, number: number): Promise<string> {
  return (await itemsOf(calls, inquiry, '2025-12-08T09:00:00+09:00')).get(number) ?? '';
}

interface Answering {
  readonly item_id: string;
  readonly at: string;
  readonly draft?: boolean;
  /** A second version that says something to the town's own items too. */
  readonly again?: ReturnType<OwnAnswers>;
}

/** Owners of the cast answer themselves; for the others the planner writes down what came by telephone. */
async function answer(
  { call, id }: Calls,
  project: sample.SampleProject,
  year: number,
  { item_id, at, draft = false, again }: Answering,
): Promise<void> {
  const own = project.owner === 'つながり支援課';
  await call(own ? 'akiyama' : planner, at, api.saveAnswer, {
    ...sample.answerOf(project, year),
    id: id(`answer:${year}:${project.number}${again ? ':2' : ''}`),
    item_id,
    after_version: again ? 1 : 0,
    state: draft ? 'draft' : 'answered',
    answered_by: own ? null : '所管課の担当者から電話で（見本）',
    ...(again && { answers: again }),
  });
}

async function confirm(
  { call, id }: Calls,
  { item_id, as, at }: { item_id: string; as: string; at: string },
): Promise<void> {
  await call(planner, at, api.confirmAnswer, { id: id(`confirmation:${as}`), item_id, version: 1 });
}

/** Two sections say more than the form asks: with whom they worked. Their answers wait for the planner, as before. */
export async function plantOwnAnswers(planting: Planting, own: OwnAnswers): Promise<void> {
  const items = await itemsOf(planting, planting.id('inquiry:2025'), '2026-01-28T09:00:00+09:00');
  for (const [number, partners] of [
    [106, [0, 4]],
    [107, [1, 3]],
  ] as const) {
    const project = sample.projects.find((one) => one.number === number);
    if (!project) continue;
    await answer(planting, project, 2025, {
      item_id: items.get(number) ?? '',
      at: '2026-01-28T15:00:00+09:00',
      again: own('partners', ...partners),
    });
  }
}
