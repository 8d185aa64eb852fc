import { idOfBasis } from '../consent/bases.ts';
import { recordConsent } from '../consent/consent-api.ts';
import { provideOfPerson } from '../consent/person-api.ts';
import type { Planting } from '../planting.ts';
import { addCaseMember, openCase, takeStep } from './case-api.ts';
import * as api from './plan-api.ts';

/** The household's case: the mother came, the son is in it and has not been asked. */
async function plantCase({ call, id }: Planting): Promise<void> {
  const case_id = id('case:nishida');
  await call('nakajima', '2025-11-13T09:00:00+09:00', openCase, {
    id: case_id,
    intake_id: id('intake:keiko'),
    called: '母と、家で過ごす子（見本）',
  });
  await call('nakajima', '2025-11-13T09:10:00+09:00', addCaseMember, {
    case_id,
    client_id: id('client:wataru'),
    relation: 'child',
  });
  for (const [at, state] of [
    ['2025-11-14T10:00:00+09:00', 'screening'],
    ['2025-11-21T10:00:00+09:00', 'active'],
  ] as const)
    await call('nakajima', at, takeStep, { case_id, id: id(`case-step:nishida:${state}`), state });
}

/** What the mother agreed to: the city section may know who she is and her plan. */
async function plantProvision({ call, id }: Planting): Promise<void> {
  const [at, person_id] = ['2025-12-15T11:10:00+09:00', id('client:keiko')];
  const [consent_id, receiver_id] = [id('consent:keiko:city'), id('body:地域福祉課')];
  const facets: ('identity' | 'plan')[] = ['identity', 'plan'];
  await call('nakajima', at, recordConsent, {
    id: consent_id,
    person_id,
    decision: 'given',
    text_version: '第1版',
    facets,
    receivers: [receiver_id],
    way: 'written',
    given_on: '2025-12-15',
  });
  await call('nakajima', at, provideOfPerson, {
    id: id('person-provision:keiko:city'),
    person_id,
    receiver_id,
    facets,
    basis_id: idOfBasis('window-city_section-support-consent'),
    consent_id,
    why: 'プランの支援決定のため（見本）',
    starts_on: '2025-12-15',
    ends_on: '2026-12-14',
  });
}

/** The mother's plan (西田 恵子), decided on by the city and under way; her son has not been asked for one. */
export async function plantPlan(planting: Planting): Promise<void> {
  const { call, id } = planting;
  await plantCase(planting);
  const plan_id = id('support-plan:keiko');
  const window = 'nakajima';
  await call(window, '2025-12-10T10:00:00+09:00', api.draftPlan, {
    id: plan_id,
    case_id: id('case:nishida'),
    client_id: id('client:keiko'),
    kind: 'self_support',
    trouble: '息子のことを誰にも話せず、夜ねむれない。家計も月末に足りなくなる。',
    starts_on: '2025-12-22',
    ends_on: '2026-06-30',
    next_review_on: '2026-03-10',
    goals: [
      { id: id('plan-goal:keiko:1'), span: 'long', words: '自分の時間をもち、安心して暮らしたい。' },
      { id: id('plan-goal:keiko:2'), span: 'short', words: '月に一度、気がねなく話せる場所に行く。' },
      { id: id('plan-goal:keiko:3'), span: 'short', words: '毎月いくら使っているかを知る。' },
    ],
    steps: [
      {
        id: id('plan-step:keiko:1'),
        trouble: '話せる人がいない',
        what: '家族の会（見本）にいっしょに行く',
        who: 'body',
        who_named: '生活自立支援センター 中島',
        starts_when: '1月から',
        how_often: '月1回',
        until_on: '2026-06-30',
      },
      {
        id: id('plan-step:keiko:2'),
        trouble: '家計',
        what: 'レシートを封筒に入れておく',
        who: 'person',
        how_often: '毎日',
        until_on: '2026-06-30',
      },
      {
        id: id('plan-step:keiko:3'),
        trouble: '家計',
        what: '家計表をいっしょに作る',
        who: 'body',
        who_named: '生活自立支援センター 家計担当（見本）',
        how_often: '月2回',
        until_on: '2026-03-31',
      },
    ],
    services: ['household_finance'],
  });
  await call(window, '2025-12-15T11:00:00+09:00', api.recordAgreement, {
    plan_id,
    agreed_way: 'written',
    agreed_on: '2025-12-15',
  });
  await plantProvision(planting);
  await call(window, '2025-12-15T11:30:00+09:00', api.proposePlan, {
    plan_id,
    id: id('plan-act:keiko:proposed'),
    version: 1,
  });
  await call(window, '2025-12-17T16:00:00+09:00', api.recordFinding, {
    plan_id,
    id: id('plan-finding:keiko'),
    conference_kind: 'support_coordination',
    held_on: '2025-12-17',
    finding: 'fit',
    words: '本人が話せる場所を先に。家計は急がず、いっしょに見ていく。',
  });
  await call('kakihara', '2025-12-19T14:00:00+09:00', api.decideSupport, {
    plan_id,
    id: id('support-decision:keiko'),
    decision: 'yes',
    reason: '会議で確かめたとおり、本人の希望にそった内容である。',
    number: '7福第120号（見本）',
  });
  await call(window, '2025-12-22T10:00:00+09:00', api.startSupport, {
    plan_id,
    id: id('plan-act:keiko:started'),
    acted_on: '2025-12-22',
  });
}
