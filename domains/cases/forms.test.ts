import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { bytesOf, readPdf } from '#test/paper.ts';
import { bringBeforeCity, giveFacets, inventPlan } from '#test/plans.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { answerAssessment } from './assessment-api.ts';
import { idOfStandard } from './assessment-standard.ts';
import { closePlan } from './closing-api.ts';
import { blankForms, printAssessment, printBlankForm, printIntakeForm, printPlanForm } from './forms-api.ts';
import { receiveIntake } from './intake-api.ts';
import { decideSupport, startSupport } from './plan-api.ts';

const town = await openTown('cast');
const [window, city, council] = [town.as('nakajima'), town.as('kakihara'), town.as('eguchi')];

/** Everything that stands in the cells of a workbook, without spaces. */
async function readSheet(bytes: Uint8Array): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const cells: string[] = [];
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.isMerged || cell.master === cell) cells.push(String(cell.value ?? ''));
      }),
    ),
  );
  return cells.join('').replace(/\s/g, '');
}

async function printed(
  who: typeof window,
  plan: { client: string; plan_id: string },
  form: 'plan' | 'closing',
) {
  const input = { client_id: plan.client, id: plan.plan_id, form } as const;
  return {
    pdf: readPdf(bytesOf(await who.call(printPlanForm, { ...input, format: 'pdf' }))),
    sheet: await readSheet(bytesOf(await who.call(printPlanForm, { ...input, format: 'xlsx' }))),
  };
}

test('a plan and its evaluation say the same on paper and in the sheet', async () => {
  const plan = await inventPlan(town);
  const { plan_id, goals } = plan;
  await bringBeforeCity(town, plan);
  await city.call(decideSupport, {
    plan_id,
    id: mintId(),
    decision: 'yes',
    reason: '見本の決裁',
    number: '福第12号',
  });
  await window.call(startSupport, { plan_id, id: mintId(), acted_on: '2026-02-02' });
  for (const said of Object.values(await printed(window, plan, 'plan'))) {
    for (const words of [
      '見本はなこ',
      '家計のやりくりが分からない',
      '毎月の支払いを書き出す',
      '月2回',
      '■家計改善支援',
      '□住居確保給付金',
      '■書面',
      '支援調整会議',
      '適切である',
      '■支援を決定する',
      '福第12号',
      '見本の決裁',
      '令和8年7月31日',
    ])
      expect(said).toContain(words);
  }
  await window.call(closePlan, {
    plan_id,
    outcome: 'ended',
    closed_on: '2026-02-02',
    reason: 'reached',
    attainments: goals.map((goal_id) => ({ goal_id, attained: 'mostly' as const, words: '見本の様子' })),
    changes: ['household_budget'],
    own_words: '=1+1',
  });
  for (const said of Object.values(await printed(window, plan, 'closing'))) {
    for (const words of [
      'おおむね達成した',
      '見本の様子',
      '■家計がよくなった',
      '□働き始めた',
      '=1+1',
      '■終結',
      '目標を達成した',
    ])
      expect(said).toContain(words);
  }
});

test('somebody prints exactly what they may see', async () => {
  const [mother, son] = [await inventPlan(town), await inventPlan(town)];
  await giveFacets(town, mother.client, '社協', ['plan']);
  const { pdf } = await printed(council, mother, 'plan');
  expect(pdf).toContain('お名前は提供されていません');
  expect(pdf).not.toContain('はなこ');
  await expectRefusal(printed(council, son, 'plan'), 'not_found');
  await expectRefusal(printed(window, { client: mother.client, plan_id: son.plan_id }, 'plan'), 'not_found');
});

test('a blank form has the words of the filled one and nothing in it', async () => {
  for (const form of blankForms) {
    const said = readPdf(bytesOf(await window.call(printBlankForm, { form, format: 'pdf' })));
    expect(said).toContain('氏名');
    expect(said).not.toContain('■');
    expect(await readSheet(bytesOf(await window.call(printBlankForm, { form, format: 'xlsx' })))).toContain(
      '氏名',
    );
  }
});

test('a first word says the same on paper and in the sheet, with a place to sign where the person agreed', async () => {
  for (const consent of ['given', 'not_asked'] as const) {
    const first = { id: mintId(), client_id: mintId() };
    await window.call(receiveIntake, {
      ...first,
      name: '見本 つばさ',
      kana: 'みほん つばさ',
      consent,
      trouble: '家賃が払えない',
      worries: ['04', '07'],
      worst: ['04'],
      work: 'unemployed',
      housing: 'rented',
      insurance: 'national',
      pension: 'none',
      mobile: '090-0000-0001',
    });
    const pdf = readPdf(bytesOf(await window.call(printIntakeForm, { ...first, format: 'pdf' })));
    const sheet = await readSheet(bytesOf(await window.call(printIntakeForm, { ...first, format: 'xlsx' })));
    for (const said of [pdf, sheet]) {
      for (const words of [
        '見本つばさ',
        '家賃が払えない',
        '◎家賃・ローンの支払い',
        '○仕事探し・就職',
        '□住まい',
        '■失業・休職中',
        '■国民健康保険',
        '■入っていない・納めていない',
        '090-0000-0001',
      ])
        expect(said).toContain(words);
      expect(said.includes('署名')).toBe(consent === 'given');
      expect(said).toContain(consent === 'given' ? '■同意あり' : '■まだ尋ねていない');
    }
  }
});

test('an assessment says the same on paper and in the sheet, the person’s own wish first, facet by facet as it is given', async () => {
  const { client } = await inventPlan(town);
  for (const [facet, item] of [
    ['wish', 1],
    ['health', 25],
  ] as const)
    await window.call(answerAssessment, {
      client_id: client,
      facet,
      version: 0,
      answers: { [idOfStandard(item)]: `見本の${facet}` },
    });
  const both = async (who: typeof window) => [
    readPdf(bytesOf(await who.call(printAssessment, { client_id: client, format: 'pdf' }))),
    await readSheet(bytesOf(await who.call(printAssessment, { client_id: client, format: 'xlsx' }))),
  ];
  for (const said of await both(window)) {
    expect(said).toContain('見本のhealth');
    expect(said.indexOf('見本のwish')).toBeLessThan(said.indexOf('見本のhealth'));
  }
  await giveFacets(town, client, '社協', ['identity', 'wish']);
  for (const said of await both(council)) {
    expect(said).toContain('見本のwish');
    expect(said).not.toContain('見本のhealth');
  }
});
