import { beforeEach, describe, expect, test } from 'vitest';
import { printGivenRecord, readGivenRecord } from '#domains/cases/given-api.ts';
import { issueDisclosureKey, readDisclosureKey } from '#domains/disclosures/api.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  listEmergencyViews,
  noteEmergencyReturn,
  noteEmergencyTold,
  noteEmergencyUntold,
  openEmergencyView,
  printEmergencyViews,
  reviewEmergencyView,
} from './emergency-api.ts';
import { exportProvisionLedger, listProvisionLedger, printProvisionLedger } from './ledger-api.ts';
import { readConsentToday } from './today-api.ts';

const town = await openTown('cast');
const [eguchi, nakano, mori] = [town.as('eguchi'), town.as('nakano'), town.as('mori')];
const at = (text: string) => {
  town.clock.now = new Date(`${text}+09:00`);
};
const danger = { born_on: '1960-05-05', reason: '見本：家で倒れているかもしれない' };
/** Each test has a month of its own. */
let month = 2;
let count = 0;

/** Somebody a window knows, whose record the council's officer opens. */
async function open() {
  count += 1;
  const name = `見本 きけん${count}`;
  const person = await inventClient(town, '生活自立支援センター', { name });
  const { id } = await eguchi.call(openEmergencyView, { id: mintId(), name, ...danger });
  return { id, person };
}

const refusesField = async (call: Promise<unknown>, field: string) =>
  expect((await expectRefusal(call, 'invalid')).fields).toHaveProperty(field);
const review = (id: string, justified: boolean) =>
  nakano.call(reviewEmergencyView, { id, justified, words: '電話の記録を見た' });
const toldBy = (id: string, told_on: string, by = 'nakajima') =>
  nakano.call(noteEmergencyTold, { id, told_on, way: 'met', told_post_id: town.id(`post:${by}`) });
const toTell = async () =>
  (await nakano.call(readConsentToday, {})).to_tell
    .filter(({ kind }) => kind === 'emergency')
    .map(({ id }) => id);
const viewOf = async (who: typeof nakano, id: string) =>
  (await who.call(listEmergencyViews, { view: id })).views[0];

beforeEach(() => {
  month += 1;
  at(`2026-0${month}-02T10:00:00`);
});

describe('after an emergency view, the person is told', () => {
  test('by whom, when and how is kept; until then it stands on 今日, once it was reviewed or is over', async () => {
    const { id } = await open();
    expect(await toTell()).not.toContain(id);
    await review(id, true);
    expect(await toTell()).toContain(id);
    const unreviewed = await open();
    at('2026-03-03T10:00:01');
    expect(await toTell()).toContain(unreviewed.id);

    await refusesField(toldBy(id, '2026-03-04'), 'told_on');
    await refusesField(toldBy(id, '2026-03-01'), 'told_on');
    await refusesField(toldBy(id, '2026-03-03', 'mori'), 'told_post_id');
    await toldBy(id, '2026-03-03');
    expect(await toTell()).not.toContain(id);
    expect((await viewOf(nakano, id))?.telling).toMatchObject({
      told_on: '2026-03-03',
      way: 'met',
      role: 'intake_worker',
    });
    await expectRefusal(toldBy(id, '2026-03-03'), 'refused');
    await toldBy(unreviewed.id, '2026-03-02', 'eguchi');
  });

  test('or why not yet, which whoever opened it is not shown, and it stands on 今日 again on the day named', async () => {
    const { id } = await open();
    await review(id, true);
    const reason = { id, why_not_yet: '見本：同居の人に知られると危ない' };
    const today = town.clock.now.toISOString().slice(0, 10);
    const tooSoon = nakano.call(noteEmergencyUntold, { ...reason, weigh_again_on: today });
    await refusesField(tooSoon, 'weigh_again_on');
    await nakano.call(noteEmergencyUntold, { ...reason, weigh_again_on: '2026-04-20' });
    expect(await toTell()).not.toContain(id);
    expect((await viewOf(nakano, id))?.telling?.why_not_yet).toBe(reason.why_not_yet);
    expect((await viewOf(eguchi, id))?.telling).toBe(null);
    at('2026-04-20T09:00:00');
    expect(await toTell()).toContain(id);
    const papers = [
      await nakano.call(printEmergencyViews, {}),
      await nakano.call(printProvisionLedger, {}),
    ].map((paper) => textOfPdf(paper as never).join(''));
    expect(papers[0]?.replace(/\s/g, '')).toContain('同居の人に知られると危ない');
    expect(papers[1]?.replace(/\s/g, '')).toContain('今は知らせない');
    expect(papers[1]).not.toContain('同居の人');
    await toldBy(id, '2026-04-20');
    await expectRefusal(
      nakano.call(noteEmergencyUntold, { ...reason, weigh_again_on: '2026-09-01' }),
      'refused',
    );
    const { rows } = await nakano.call(listProvisionLedger, { fiscal_year: 2026 });
    expect(rows.find((row) => row.id === id)).toMatchObject({ told_on: '2026-04-20' });
    const csv = Buffer.from((await nakano.call(exportProvisionLedger, { fiscal_year: 2026 })) as never);
    expect(csv.toString('utf8')).toContain('2026-04-20');
  });

  test('is for the records officer of the holder alone', async () => {
    const { id } = await open();
    const untold = { id, why_not_yet: '見本', weigh_again_on: '2027-01-01' };
    const today = town.clock.now.toISOString().slice(0, 10);
    const told = { id, told_on: today, way: 'met', told_post_id: town.id('post:mori') } as const;
    await expectRefusal(mori.call(noteEmergencyTold, told), 'not_found');
    await expectRefusal(mori.call(noteEmergencyUntold, untold), 'not_found');
    await expectRefusal(eguchi.call(noteEmergencyUntold, untold), 'not_allowed');
    expect((await mori.call(listEmergencyViews, {})).views).toEqual([]);
  });

  test('and reads it in the own record from then on, with what was looked at meanwhile; not before', async () => {
    const { id, person } = await open();
    await eguchi.call(readGivenRecord, { person });
    await review(id, true);
    await sealAudit(town.database);
    const key = {
      id: mintId(),
      about: 'client',
      about_id: person,
      given_to: 'person',
      checked: 'card',
    } as const;
    await nakano.call(issueDisclosureKey, key);
    const told = async () => {
      const { entries } = await nakano.call(readDisclosureKey, { id: key.id });
      return entries
        .filter(({ body_name }) => body_name === '久留米市社会福祉協議会')
        .map(({ what }) => what);
    };
    expect(await told()).toEqual([]);
    await nakano.call(noteEmergencyUntold, { id, why_not_yet: '見本', weigh_again_on: '2027-01-01' });
    expect(await told()).toEqual([]);
    await toldBy(id, town.clock.now.toISOString().slice(0, 10));
    expect((await told()).sort()).toEqual([
      'ほかの団体から渡されたあなたの記録を見ました',
      '命やからだに危険があると考えて、あなたの記録を開きました',
    ]);
  });
});

describe('what left during an emergency view that was not justified', () => {
  test('is listed and asked back of who opened it, who says what became of it', async () => {
    const { id, person } = await open();
    await eguchi.call(readGivenRecord, { person });
    await eguchi.call(printGivenRecord, { person });
    await review(id, false);
    for (const who of [nakano, eguchi])
      expect((await viewOf(who, id))?.back).toMatchObject({
        copies: [{ operation: 'printGivenRecord', role: 'intake_worker' }],
        note: null,
      });
    const asked = async () =>
      (await eguchi.call(readConsentToday, {})).returns.filter((one) => one.id === id);
    expect(await asked()).toMatchObject([{ kind: 'emergency', copies: 1, holder: '生活自立支援センター' }]);
    await refusesField(eguchi.call(noteEmergencyReturn, { id, outcome: 'kept' }), 'words');
    await expectRefusal(
      town.as('ogata').call(noteEmergencyReturn, { id, outcome: 'destroyed' }),
      'not_found',
    );
    await eguchi.call(noteEmergencyReturn, { id, outcome: 'destroyed' });
    await expectRefusal(eguchi.call(noteEmergencyReturn, { id, outcome: 'none' }), 'refused');
    expect(await asked()).toEqual([]);
    expect((await viewOf(nakano, id))?.back?.note).toMatchObject({ outcome: 'destroyed' });
    const paper = textOfPdf((await nakano.call(printEmergencyViews, {})) as never).join('');
    expect(paper.replace(/\s/g, '')).toContain('捨てた');
  });

  test('stays where it is when it was found justified', async () => {
    const { id, person } = await open();
    await eguchi.call(printGivenRecord, { person });
    await review(id, true);
    expect((await viewOf(eguchi, id))?.back).toBe(null);
    await expectRefusal(eguchi.call(noteEmergencyReturn, { id, outcome: 'destroyed' }), 'not_found');
    expect((await eguchi.call(readConsentToday, {})).returns.filter((one) => one.id === id)).toEqual([]);
  });
});
