import { beforeEach, describe, expect, test } from 'vitest';
import { listGivenPeople, readGivenRecord } from '#domains/cases/given-api.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  listEmergencyViews,
  openEmergencyView,
  printEmergencyViews,
  reviewEmergencyView,
} from './emergency-api.ts';
import {
  exportProvisionLedger,
  listProvisionLedger,
  printProvisionLedger,
  summarizeProvisions,
} from './ledger-api.ts';
import { readConsentToday } from './today-api.ts';

const town = await openTown('cast');
const [eguchi, nakano, ogata] = [town.as('eguchi'), town.as('nakano'), town.as('ogata')];
const day = (text: string) => {
  town.clock.now = new Date(`${text}T10:00:00+09:00`);
};
const asked = { born_on: '1960-05-05', reason: '見本：家で倒れているかもしれない' };

beforeEach(() => day('2026-02-02'));

describe('danger to life', () => {
  test('opens one person, named exactly, for 24 hours; whoever answers for the record sees it at once', async () => {
    const name = '見本 きけん';
    const person = await inventClient(town, '生活自立支援センター', { name });
    const view = await eguchi.call(openEmergencyView, { id: mintId(), name: '見本　きけん', ...asked });
    expect(view.people).toEqual([person]);
    expect((await eguchi.call(readGivenRecord, { person })).sections.map(({ facet }) => facet)).toContain(
      'contact',
    );
    const waiting = (await nakano.call(readConsentToday, {})).emergencies;
    expect(waiting).toMatchObject([{ id: view.id, person_name: name, by: '久留米市社会福祉協議会' }]);
    expect((await town.as('mori').call(readConsentToday, {})).emergencies).toEqual([]);
    town.clock.now = new Date('2026-02-03T10:00:01+09:00');
    await expectRefusal(eguchi.call(readGivenRecord, { person }), 'not_found');
    expect((await eguchi.call(listGivenPeople, {})).people).toEqual([]);
    const [own] = (await eguchi.call(listEmergencyViews, {})).views;
    expect([own?.person_name, own?.answers]).toEqual([null, false]);
  });

  test('answers a wrong name, a wrong day and a person of the own body with the same words', async () => {
    const name = '見本 ちがう';
    await inventClient(town, '生活自立支援センター', { name });
    const refused = [
      await expectRefusal(
        ogata.call(openEmergencyView, { id: mintId(), name: '見本 ちかう', ...asked }),
        'refused',
      ),
      await expectRefusal(
        ogata.call(openEmergencyView, { id: mintId(), name, ...asked, born_on: '1960-05-06' }),
        'refused',
      ),
      await expectRefusal(
        town.as('nakajima').call(openEmergencyView, { id: mintId(), name, ...asked }),
        'refused',
      ),
    ];
    expect(new Set(refused.map(({ message }) => message)).size).toBe(1);
  });

  test('is tried five times an hour by one post, found or not', async () => {
    day('2026-02-10');
    const name = '見本 なんども';
    await inventClient(town, '生活自立支援センター', { name });
    const attempt = (who: string, typed: string) =>
      town.as(who).call(openEmergencyView, { id: mintId(), name: typed, ...asked });
    await attempt('kakihara', name);
    for (let n = 0; n < 4; n++) await expectRefusal(attempt('kakihara', `見本 ${n}`), 'refused');
    await expectRefusal(attempt('kakihara', name), 'too_many');
    await attempt('eguchi', name);
    town.clock.now = new Date('2026-02-10T11:00:01+09:00');
    await attempt('kakihara', name);
  });

  test('is reviewed once, by the records officer of the holder; what was not justified closes at once', async () => {
    day('2026-02-11');
    const name = '見本 あとで';
    const person = await inventClient(town, '生活自立支援センター', { name });
    const { id } = await eguchi.call(openEmergencyView, { id: mintId(), name, ...asked });
    const review = { id, justified: false, words: '電話で足りました' };
    await expectRefusal(town.as('mori').call(reviewEmergencyView, review), 'not_found');
    await nakano.call(reviewEmergencyView, review);
    await expectRefusal(nakano.call(reviewEmergencyView, review), 'refused');
    await expectRefusal(eguchi.call(readGivenRecord, { person }), 'not_found');
    const { views } = await eguchi.call(listEmergencyViews, {});
    expect(views.find((one) => one.id === id)?.review).toMatchObject({
      justified: false,
      words: '電話で足りました',
    });
    const paper = textOfPdf((await nakano.call(printEmergencyViews, {})) as never).join('');
    expect(paper).toContain('電話で足りました');
    expect(paper).toContain('あとで');
  });
});

describe('the ledger', () => {
  test('says who gave what of whom to whom when and why; the year stands without names', async () => {
    const rows = (await nakano.call(listProvisionLedger, {})).rows;
    const opened = rows.filter(({ kind }) => kind === 'emergency');
    expect(opened.length).toBeGreaterThan(3);
    expect(opened.every(({ ground }) => ground === 'danger')).toBe(true);
    const { rows: first, next } = await nakano.call(listProvisionLedger, { limit: 2 });
    const { rows: second } = await nakano.call(listProvisionLedger, { limit: 2, after: next ?? '' });
    expect([...first, ...second].map(({ id }) => id)).toEqual(rows.slice(0, 4).map(({ id }) => id));
    expect((await nakano.call(listProvisionLedger, { fiscal_year: 2024 })).rows).toEqual([]);
    const csv = Buffer.from((await nakano.call(exportProvisionLedger, {})) as never).toString('utf8');
    expect(csv).toContain('見本 きけん');
    expect(textOfPdf((await nakano.call(printProvisionLedger, {})) as never).join('')).toContain(
      '外部提供記録簿',
    );
    const year = await nakano.call(summarizeProvisions, {});
    expect(year.emergencies).toMatchObject({ opened: opened.length, unjustified: 1 });
    expect(JSON.stringify(year)).not.toContain('見本 ');
    expect((await town.as('mori').call(listProvisionLedger, {})).rows).toEqual([]);
    await expectRefusal(eguchi.call(listProvisionLedger, {}), 'not_allowed');
  });
});
