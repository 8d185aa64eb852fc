import { describe, expect, test } from 'vitest';
import * as parties from '#domains/parties/api.ts';
import { recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openItems } from '#test/own-items.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { sendLedger, takeIn } from './rig.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const ogata = town.as('ogata');
const kusano = town.as('kusano-lead');
const { add, optionsOf } = openItems(town);
const ofHouseholds = { record: 'household', facet: 'household' } as const;
const pets = await add('飼っている動物', 'choices', { ...ofHouseholds, options: ['犬', '猫'] });
const key = await add('鍵を預かる人', 'line', { record: 'household', facet: 'watching' });
const options = await optionsOf(pets);

const head = '世帯番号,校区,氏名,氏名カナ,住所,電話,注意';
const csv = (...rows: string[]) => `${head}\r\n${rows.join('\r\n')}\r\n`;
const listOf = async (who: string, text: string) =>
  (await town.as(who).call(parties.listHouseholds, { text })).households;
const check = async (who: string, content: string) =>
  town.as(who).call(api.checkLedger, { id: await sendLedger(town, who, 'households', content) });
const says = async (who: string, content: string) =>
  (await check(who, content)).problems.map(({ row, column, says }) => `${column}${row} ${says}`);

describe('a list of households', () => {
  test('registers those that are new, with their numbers, and is known when it comes again', async () => {
    const content = csv(
      ',鳥飼,柿原 一,カキハラ ハジメ,鳥飼見本町9丁目1,0942-00-7001,犬、裏口',
      ',鳥飼,柿原 二,カキハラ ジロウ,鳥飼見本町9丁目2,,なし',
    );
    const id = await sendLedger(town, 'furukawa', 'households', content);
    expect(await furukawa.call(api.checkLedger, { id })).toMatchObject({
      ...{ problem_count: 0, new: 2, known: 0, reasons: [], months: [], changes: [] },
      places: [{ district: '鳥飼', rows: 2, registered: 2, corrected: 0 }],
    });
    const taken = await takeIn(town, 'furukawa', id);
    expect(await furukawa.call(api.readLedgerImport, { id: taken })).toMatchObject({
      ...{ kind: 'households', rows_new: 2, counted: 2, first_month: null, districts: ['鳥飼'] },
    });
    const found = await listOf('furukawa', '柿原');
    expect(found.map(({ name, phone, cautions }) => ({ name, phone, cautions }))).toEqual([
      { name: '柿原 二', phone: null, cautions: [] },
      { name: '柿原 一', phone: '0942-00-7001', cautions: ['dog', 'back_door'] },
    ]);
    expect(found.map(({ number }) => number).sort()).toEqual(['R7-0001', 'R7-0002']);
    const again = await sendLedger(town, 'furukawa', 'households', content);
    expect(await furukawa.call(api.checkLedger, { id: again })).toMatchObject({ new: 0, known: 2 });
    await expect(takeIn(town, 'furukawa', again)).rejects.toThrow('新しい行がありません。');
  });

  test('corrects what it says otherwise, shows it first, wants a reason, and adds what it adds', async () => {
    const [first] = await listOf('furukawa', '柿原 一');
    const content = csv(
      `${first?.number},鳥飼,柿原 一,カキハラ ハジメ,鳥飼見本町9丁目7,0942-00-7777,`,
      ',鳥飼,柿原 二,カキハラ ジロウ,鳥飼見本町9丁目2,,',
      ',鳥飼,柿原 三,カキハラ サブロウ,鳥飼見本町9丁目3,,',
    );
    const id = await sendLedger(town, 'furukawa', 'households', content);
    const { changes, reasons, ...rest } = await furukawa.call(api.checkLedger, { id });
    expect(rest).toMatchObject({ problem_count: 0, new: 2, known: 1 });
    expect(reasons).toEqual(['entry']);
    expect(changes.map(({ field, now, said }) => [field, now, said])).toEqual([
      ['住所', '鳥飼見本町9丁目1', '鳥飼見本町9丁目7'],
      ['電話', '0942-00-7001', '0942-00-7777'],
    ]);
    await expect(takeIn(town, 'furukawa', id)).rejects.toThrow('理由を書いてください。');
    await takeIn(town, 'furukawa', id, { reason: '紙の台帳のとおり' });
    const { history } = await furukawa.call(parties.listHouseholdVersions, { id: first?.id ?? '' });
    expect(history.map(({ change, reason }) => [change, reason])).toEqual([
      ['corrected', '紙の台帳のとおり'],
      ['registered', null],
    ]);
    // What the list left blank stays as it was.
    expect((await listOf('furukawa', '柿原 一'))[0]).toMatchObject({
      cautions: ['dog', 'back_door'],
      phone: '0942-00-7777',
    });
    expect(await listOf('furukawa', '柿原 三')).toHaveLength(1);
    const inChain = await town.look<{ n: number }>(
      "select cardinality(subjects)::int as n from audit_inbox where word = 'ledger.imported' and outcome = 'done' order by at",
    );
    expect(inChain.map(({ n }) => n)).toEqual([3, 4]);
  });

  test('an old list that comes again does not undo what was corrected since', async () => {
    const old = csv(
      ',鳥飼,柿原 一,カキハラ ハジメ,鳥飼見本町9丁目1,0942-00-7001,犬、裏口',
      ',鳥飼,柿原 二,カキハラ ジロウ,鳥飼見本町9丁目2,,なし',
    );
    expect(await check('furukawa', old)).toMatchObject({ new: 0, known: 2, changes: [] });
  });

  test('brings the town’s own items, of the facets that its sender knows', async () => {
    const heads = `${head},飼っている動物,鍵を預かる人`;
    const row = (pet: string) => `,鳥飼,鳥越,トリゴエ,鳥飼見本町9丁目5,,,${pet},隣の家`;
    const send = async (pet: string) => {
      const id = mintId();
      const file = {
        name: '世帯.csv',
        base64: Buffer.from(`${heads}\r\n${row(pet)}\r\n`).toString('base64'),
      };
      await furukawa.call(api.uploadLedger, { id, kind: 'households', month: null, file });
      const { offered } = await furukawa.call(api.readLedgerFile, { id });
      expect(offered.items).toEqual({ [pets]: '飼っている動物', [key]: '鍵を預かる人' });
      await furukawa.call(api.sayLedgerColumns, { id, columns: offered });
      return id;
    };
    await takeIn(town, 'furukawa', await send('犬'));
    const [made] = await listOf('furukawa', '鳥越');
    const answersOf = async () =>
      (await furukawa.call(parties.readHousehold, { id: made?.id ?? '' })).answers;
    expect(await answersOf()).toEqual({ [pets]: [options.犬], [key]: ['隣の家'] });
    const second = await send('犬、猫');
    const { changes } = await furukawa.call(api.checkLedger, { id: second });
    expect(changes.map(({ field, now, said }) => [field, now, said])).toEqual([
      ['飼っている動物', '犬', '犬、猫'],
    ]);
    const taken = await takeIn(town, 'furukawa', second, { reason: '見本' });
    expect(await answersOf()).toEqual({ [pets]: [options.犬, options.猫], [key]: ['隣の家'] });
    await furukawa.call(api.withdrawLedgerImport, { id: taken, reason: '別の家のことだった' });
    expect(await answersOf()).toEqual({ [pets]: [options.犬], [key]: ['隣の家'] });
  });

  test('every problem is named by row and column', async () => {
    const [first] = await listOf('furukawa', '柿原 一');
    expect(
      await says(
        'furukawa',
        csv(
          'R7-9999,鳥飼,見本,ミホン,鳥飼1,,',
          ',鳥飼,見本,見本,鳥飼1,,',
          ',鳥飼,見本,ミホン,鳥飼1,942007001,',
          ',鳥飼,見本,ミホン,鳥飼2,,ねこ',
          ',鳥飼,,ミホン,鳥飼3,,',
          ',草野,見本,ミホン,草野1,,',
          ',鳥飼,見本,ミホン,鳥飼4,,',
          ',鳥飼,見本,ﾐﾎﾝ,鳥飼4番地,,',
          `${first?.number},鳥飼,柿原 一,カキハラ ハジメ,鳥飼見本町9丁目7,,`,
          `${first?.number},鳥飼,柿原 一,カキハラ ハジメ,鳥飼見本町9丁目8,,`,
          '合計,,,,,,',
        ),
      ),
    ).toEqual([
      'A2 この世帯番号の世帯は、この校区にありません。世帯の一覧で番号を確かめてください。',
      'D3 ふりがなを、ひらがなかカタカナで入れてください。',
      'F4 電話番号の先頭の0が落ちているようです。0から書いてください（Excel では列の表示形式を「文字列」にします）。',
      'G5 注意の言葉として読めません。「犬がいる」「耳が遠い」「裏口から」「先に電話」「二人で訪問」のどれかで書いてください。',
      'C6 氏名が空です。',
      'B7 今の役割で取りまとめる校区ではありません。この校区の行を消すか、担当の人に頼んでください。',
      'D9 8行目と同じ世帯です。1行にまとめてください。',
      'A11 10行目と同じ世帯です。1行にまとめてください。',
      'null12 合計の行のようです。合計は計算されるので、この行を消してください。',
    ]);
  });

  test('a namesake at another address is registered only once somebody has said so', async () => {
    const content = csv(',鳥飼,柿原 一,カキハラ ハジメ,鳥飼見本町2丁目2,,');
    const id = await sendLedger(town, 'furukawa', 'households', content);
    const seen = await furukawa.call(api.checkLedger, { id });
    expect(seen.asks).toEqual([{ kind: 'namesakes', n: 1, places: ['E2'] }]);
    await expectRefusal(
      furukawa.call(api.importLedger, {
        id,
        import_id: mintId(),
        hash: seen.hash,
        new: 1,
        received_from: '見本',
      }),
      'invalid',
    );
  });

  test('a household that the sender may not see is not told apart from one that is not there', async () => {
    const [hidden] = await listOf('kusano-lead', '草野');
    const { number = '', name = '', kana = '', address = '' } = hidden ?? {};
    // By its number and by its name, in the own district: answered as what nobody has ever registered.
    const byNumber = (it: string) => csv(`${it},鳥飼,見本,ミホン,鳥飼1,,`);
    expect((await says('furukawa', byNumber('R7-9998'))).join()).toBe(
      (await says('furukawa', byNumber('R7-9999'))).join(),
    );
    const asThere = await check('furukawa', csv(`,鳥飼,${name},${kana},${address},,`));
    const asNobody = await check('furukawa', csv(`,鳥飼,${name},ミホン ダレモ,${address},,`));
    expect({ ...asThere, hash: '' }).toEqual({ ...asNobody, hash: '' });
    expect(await says('furukawa', csv(`${number},草野,${name},${kana},${address},,`))).toEqual([
      'B2 今の役割で取りまとめる校区ではありません。この校区の行を消すか、担当の人に頼んでください。',
    ]);
    await expectRefusal(town.as('koga').call(api.listLedgerFiles, {}), 'not_allowed');
  });

  test('an officer registers for the group of each district that entrusts it', async () => {
    const taken = await takeIn(
      town,
      'ogata',
      await sendLedger(
        town,
        'ogata',
        'households',
        csv(',鳥飼,緒方の知る家,オガタノシルイエ,鳥飼見本町9丁目9,,'),
      ),
    );
    const [made] = await listOf('furukawa', '緒方の知る家');
    expect(made?.holder.id).toBe(town.id('body:鳥飼'));
    await ogata.call(api.withdrawLedgerImport, { id: taken, reason: '見本' });
    expect(await listOf('furukawa', '緒方の知る家')).toEqual([]);
    expect(await says('ogata', csv(',草野,見本,ミホン,草野1,,'))).toEqual([]);
  });
});

describe('taking it back', () => {
  test('closes what it registered and says again what it corrected; then it can be taken in again', async () => {
    const file = csv(',草野,佐野,サノ,草野見本町8丁目1,0943-00-8001,');
    await takeIn(town, 'kusano-lead', await sendLedger(town, 'kusano-lead', 'households', file));
    const [there] = await listOf('kusano-lead', '佐野');
    const next = csv(
      `${there?.number},草野,佐野,サノ,草野見本町8丁目2,0943-00-8001,`,
      ',草野,佐原,サハラ,草野見本町8丁目3,,',
    );
    const taken = await takeIn(
      town,
      'kusano-lead',
      await sendLedger(town, 'kusano-lead', 'households', next),
      { reason: '見本' },
    );
    await kusano.call(api.withdrawLedgerImport, { id: taken, reason: '別の会の名簿だった' });
    expect((await listOf('kusano-lead', '佐野'))[0]?.address).toBe('草野見本町8丁目1');
    expect(await listOf('kusano-lead', '佐原')).toEqual([]);
    const again = await takeIn(
      town,
      'kusano-lead',
      await sendLedger(town, 'kusano-lead', 'households', next),
      { reason: '見本' },
    );
    expect((await listOf('kusano-lead', '佐原')).map(({ address }) => address)).toEqual(['草野見本町8丁目3']);
    await kusano.call(recordVisit, {
      ...{ id: mintId(), household_id: (await listOf('kusano-lead', '佐原'))[0]?.id ?? '' },
      ...{ visited_on: '2026-02-02', channel: 'face', contact: 'met', post_id: town.id('post:sakai') },
    });
    await expect(kusano.call(api.withdrawLedgerImport, { id: again, reason: '見本' })).rejects.toThrow(
      '取り込みのあとに直されたか、訪問が記録されています。',
    );
  });

  test('a household that is no longer looked after is named, and not opened again by a list', async () => {
    const [there] = await listOf('kusano-lead', '佐野');
    await kusano.call(parties.closeHousehold, {
      id: there?.id ?? '',
      closed_on: '2026-02-01',
      why: 'facility',
    });
    expect(await says('kusano-lead', csv(',草野,佐野,サノ,草野見本町8丁目2,0943,'))).toEqual([
      `C2 ${there?.number}の世帯は、見守りを終えています。この行を消すか、先に世帯の画面で見守りを再開してください。`,
    ]);
  });
});
