import { expect, test } from 'vitest';
import { fixPeriod } from '#domains/plan/api.ts';
import { readToday } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import * as sample from './fixtures-content.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const owner = town.as('akiyama');
const measure_id = town.id('next-measure:1');

test('today says to an owner what waits for it, and to the planner how the inquiry stands', async () => {
  const own = (await owner.call(readToday, {})).view;
  expect(
    own.for === 'answers' && own.owed.map(({ name, state, reminded_on }) => [name, state, reminded_on]),
  ).toEqual([
    ['趣味の仲間さがし', 'returned', '2026-01-30'],
    ['外国につながる人の台所', 'waiting', '2026-01-30'],
    ['地域の話し合いの場', 'draft', '2026-01-30'],
  ]);
  const { view } = await planner.call(readToday, {});
  const [running] = view.for === 'plan' ? view.inquiries : [];
  expect(running?.counts).toEqual({ waiting: 6, draft: 2, answered: 13, returned: 2, confirmed: 8 });
});

test('an opinion is about what was gathered, is replied to by version, and stands still once fixed', async () => {
  const inquiry_id = town.id('inquiry:2024');
  const said = { inquiry_id, committee: '見本委員会', met_on: '2026-01-20', opinion: '見本の意見' };
  const id = mintId();
  await expectRefusal(
    planner.call(api.recordOpinion, { ...said, id: mintId(), inquiry_id: town.id('inquiry:2025') }),
    'refused',
  );
  await expectRefusal(
    planner.call(api.recordOpinion, { ...said, id: mintId(), met_on: '2026-02-03' }),
    'invalid',
  );
  await planner.call(api.recordOpinion, { ...said, id });
  const reply = (after_version: number) =>
    planner.call(api.replyToOpinion, {
      id: mintId(),
      opinion_id: id,
      after_version,
      reply: `返事${after_version}`,
    });
  await reply(0);
  await expectRefusal(reply(0), 'refused');
  await reply(1);
  const { opinions } = await town.as('noda').call(api.readGathering, { id: inquiry_id });
  expect(opinions.at(-1)?.replies.map(({ reply: words }) => words)).toEqual(['返事1', '返事0']);
  expect((await town.as('koga').call(api.readGathering, { id: inquiry_id })).opinions).toEqual([]);
  await planner.call(fixPeriod, { fiscal_year: 2024, reason: '見本' });
  await expectRefusal(planner.call(api.publishInquiry, { inquiry_id }), 'refused');
  await planner.call(api.fixInquiry, { id: mintId(), inquiry_id });
  await expectRefusal(reply(2), 'refused');
  const fixed = await town.as('koga').call(api.readGathering, { id: inquiry_id });
  expect(fixed.gathering).toMatchObject({ number: 2, fixed: true });
  expect(fixed.opinions).toHaveLength(3);
  expect(fixed.gathering?.answers.every(({ answer }) => answer?.grade)).toBe(true);
});

test('by the rule that a person grades a measure, none is fixed without a grade and a reason', async () => {
  const rule = { ...sample.rule, measure_rule: 'written' as const };
  const twice = [...rule.grades, { code: 'A', wording: '見本', criterion: '見本' }];
  await expectRefusal(planner.call(api.setGradingRule, { ...rule, id: mintId(), grades: twice }), 'invalid');
  await planner.call(api.setGradingRule, { ...rule, id: mintId(), starts_year: 2026 });
  const to = `measure:${measure_id}`;
  const project_id = town.id('project:101');
  await planner.call(api.linkProject, { id: mintId(), project_id, to, starts_on: '2026-04-01' });
  town.clock.now = new Date('2027-05-10T10:00:00+09:00');
  const inquiry_id = mintId();
  await planner.call(api.sendInquiry, {
    id: inquiry_id,
    plan_id: town.id('plan:kurume-2'),
    fiscal_year: 2026,
    title: '見本',
    instruction: '見本',
    due_on: '2027-06-11',
  });
  const [item] = (await owner.call(api.readInquiry, { id: inquiry_id })).items;
  const item_id = item?.id ?? '';
  const asked = await owner.call(api.readAskedProject, { id: item_id });
  expect(asked.last_year).toMatchObject({ fiscal_year: 2025, fixed: false });
  await owner.call(api.saveAnswer, {
    id: mintId(),
    item_id,
    after_version: 0,
    state: 'answered',
    results: '見本',
    grade: 'B',
    course: 'イ',
  });
  await planner.call(api.confirmAnswer, { id: mintId(), item_id, version: 1 });
  await planner.call(fixPeriod, { fiscal_year: 2026, reason: '見本' });
  const fix = () => planner.call(api.fixInquiry, { id: mintId(), inquiry_id });
  expect((await expectRefusal(fix(), 'refused')).message).toContain('評価の書かれていない取組項目が1件');
  const grade = { inquiry_id, measure_id, after_version: 0, reason: '見本の理由' };
  await expectRefusal(planner.call(api.gradeMeasure, { ...grade, id: mintId(), grade: 'Z' }), 'invalid');
  await planner.call(api.gradeMeasure, { ...grade, id: mintId(), grade: 'A' });
  await expectRefusal(planner.call(api.gradeMeasure, { ...grade, id: mintId(), grade: 'C' }), 'refused');
  await fix();
  const { gathering } = await town.as('koga').call(api.readGathering, { id: inquiry_id });
  expect(gathering?.measures[0]).toMatchObject({ number: 1, grade: 'A', reason: '見本の理由' });
  const lowest = { ...grade, inquiry_id: town.id('inquiry:2025'), measure_id: town.id('measure:1') };
  await expectRefusal(planner.call(api.gradeMeasure, { ...lowest, id: mintId(), grade: 'A' }), 'refused');
});
