import { describe, expect, test } from 'vitest';
import { correctVisit, listVisits, readVisit, recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { atDoor, openItems } from '#test/own-items.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { addItem, endItem, listItems, moveItem, readItem, rewordItem } from './api.ts';

const town = await openTown('cast');
const shiraishi = town.as('shiraishi');
const koga = town.as('koga');

const { add, optionsOf, visit } = openItems(town);

describe('an item of visits', () => {
  test('is asked of who visits, and its answer is read with the visit, in lists too', async () => {
    const tea = await add('お茶の出し方', 'line');
    const id = await visit({ [tea]: '玄関先で（見本）' });
    expect((await koga.call(readVisit, { id })).answers).toEqual({ [tea]: ['玄関先で（見本）'] });
    const { visits } = await koga.call(listVisits, { from: '2026-02-02' });
    expect(visits.find((one) => one.id === id)?.answers).toEqual({ [tea]: ['玄関先で（見本）'] });
  });

  test('of every kind is kept as what it is', async () => {
    const asked = {
      line: await add('一行', 'line'),
      lines: await add('何行でも', 'lines'),
      number: await add('回数', 'number', { unit: '回' }),
      date: await add('次の予定', 'date'),
      yes_no: await add('灯りがついていた', 'yes_no'),
      choice: await add('声のようす', 'choice', { options: ['元気', 'ふつう', '小さい'] }),
      choices: await add('気づいたこと', 'choices', { options: ['郵便物', '食事', '寒さ'] }),
    };
    const [yes, voice, seen] = [
      await optionsOf(asked.yes_no),
      await optionsOf(asked.choice),
      await optionsOf(asked.choices),
    ];
    const id = await visit({
      [asked.line]: ' 前後の空白は残さない ',
      [asked.lines]: '一行目\n二行目',
      [asked.number]: 3,
      [asked.date]: '2026-03-01',
      [asked.yes_no]: yes.はい,
      [asked.choice]: voice.小さい,
      [asked.choices]: [seen.寒さ, seen.郵便物],
    });
    expect((await koga.call(readVisit, { id })).answers).toEqual({
      [asked.line]: ['前後の空白は残さない'],
      [asked.lines]: ['一行目\n二行目'],
      [asked.number]: [3],
      [asked.date]: ['2026-03-01'],
      [asked.yes_no]: [yes.はい],
      [asked.choice]: [voice.小さい],
      [asked.choices]: [seen.郵便物, seen.寒さ],
    });
  });

  test('says in a sentence what cannot be kept, for every field at once, and writes nothing', async () => {
    const times = await add('お茶の杯数', 'number', { unit: '杯' });
    const mood = await add('機嫌', 'choice', { options: ['よい', 'わるい'] });
    const id = mintId();
    const refused = await expectRefusal(
      visit({ [times]: 'たくさん', [mood]: mintId(), [mintId()]: 'x' }, { id }),
      'invalid',
    );
    expect(refused.fields[`answers.${times}`]).toBe('「お茶の杯数」には整数を入れてください。');
    expect(refused.fields[`answers.${mood}`]).toBe('「機嫌」は選択肢の中から選んでください。');
    expect(Object.keys(refused.fields)).toHaveLength(3);
    expect(await town.look('select from visits where id = $1', [id])).toEqual([]);
  });

  test('that has to be answered never stands in the way of one press, nor of who writes for somebody else', async () => {
    const wanted = await add('必ず聞くこと', 'line', { required: true });
    const refused = await expectRefusal(visit({}), 'invalid');
    expect(refused.fields).toEqual({ [`answers.${wanted}`]: '「必ず聞くこと」を記入してください。' });
    await visit(undefined);
    await town.as('furukawa').call(recordVisit, {
      id: mintId(),
      household_id: town.id('household:鳥飼:2'),
      ...atDoor,
      for_post: town.id('post:koga'),
      answers: {},
    });
    await shiraishi.call(endItem, { id: wanted, ends_on: '2026-01-31', reason: '見本' });
  });
});

describe('a correction', () => {
  test('answers anew and keeps what was answered before, with its reason', async () => {
    const tea = await add('何をして過ごしたか', 'line');
    const signs = await add('見たもの', 'choices', { options: ['新聞', '洗濯物'] });
    const seen = await optionsOf(signs);
    const id = await visit({ [tea]: '将棋（見本）', [signs]: [seen.新聞, seen.洗濯物] });
    await koga.call(correctVisit, {
      id,
      version: 1,
      ...atDoor,
      visited_on: '2026-02-01',
      answers: { [signs]: [seen.洗濯物 ?? ''] },
      reason: '聞き直した',
    });
    const now = await koga.call(readVisit, { id });
    expect(now.answers).toEqual({ [signs]: [seen.洗濯物] });
    expect(now.versions[0]?.said.answers).toEqual({
      [tea]: ['将棋（見本）'],
      [signs]: [seen.新聞, seen.洗濯物],
    });
    expect(
      await town.look('select distinct visited_on::text as day from visit_answers where visit_id = $1', [id]),
    ).toEqual([{ day: '2026-02-01' }]);
  });

  test('leaves the answers as they are when it says nothing of them', async () => {
    const tea = await add('お菓子', 'line');
    const id = await visit({ [tea]: '柿（見本）' });
    await koga.call(correctVisit, { id, version: 1, ...atDoor, channel: 'phone', reason: '電話だった' });
    expect((await koga.call(readVisit, { id })).answers).toEqual({ [tea]: ['柿（見本）'] });
  });

  test('keeps the answer to an item that is no longer asked', async () => {
    const old = await add('冬の間だけ聞くこと', 'line');
    const id = await visit({ [old]: '灯油はある（見本）' });
    await shiraishi.call(endItem, { id: old, ends_on: '2026-02-01', reason: '冬が終わった' });
    await koga.call(correctVisit, { id, version: 1, ...atDoor, answers: {}, reason: '見直した' });
    expect((await koga.call(readVisit, { id })).answers).toEqual({ [old]: ['灯油はある（見本）'] });
    const refused = await expectRefusal(visit({ [old]: 'もうない' }), 'invalid');
    expect(refused.fields[`answers.${old}`]).toBe(
      '「冬の間だけ聞くこと」は、この日には使わない項目です。空にしてください。',
    );
  });
});

describe('a definition', () => {
  test('keeps every wording, and of two who reword it the second is told', async () => {
    const id = await add('こまりごと', 'line');
    await shiraishi.call(rewordItem, { id, version: 1, label: '困っていること', hint: '本人の言葉で' });
    await expectRefusal(shiraishi.call(rewordItem, { id, version: 1, label: 'べつの名前' }), 'refused');
    const { label, wordings } = await shiraishi.call(readItem, { id });
    expect(label).toBe('困っていること');
    expect(wordings.map((one) => [one.version, one.label])).toEqual([
      [2, '困っていること'],
      [1, 'こまりごと'],
    ]);
  });

  test('moves past its neighbour and back', async () => {
    const [one, two] = [await add('順番1', 'line'), await add('順番2', 'line')];
    const order = async () =>
      (await shiraishi.call(listItems, { record: 'visit' })).items
        .map(({ id }) => id)
        .filter((id) => id === one || id === two);
    await shiraishi.call(moveItem, { id: two, towards: 'front' });
    expect(await order()).toEqual([two, one]);
    await shiraishi.call(moveItem, { id: two, towards: 'back' });
    expect(await order()).toEqual([one, two]);
  });

  test('ends no earlier than the day before it began, and can go on after all', async () => {
    const id = await add('終わりのある項目', 'line');
    await expectRefusal(shiraishi.call(endItem, { id, ends_on: '2026-01-01', reason: '見本' }), 'invalid');
    await shiraishi.call(endItem, { id, ends_on: '2026-01-31', reason: 'まちがえて作った' });
    await shiraishi.call(endItem, { id, reason: 'やはり使う' });
    const { ends_on, endings } = await shiraishi.call(readItem, { id });
    expect(ends_on).toBeNull();
    expect(endings.map(({ reason }) => reason)).toEqual(['やはり使う', 'まちがえて作った']);
  });

  test('is the administrator’s; a planner defines what is counted, and knows of nothing else', async () => {
    const tsutsumi = town.as('tsutsumi');
    const asked = { id: mintId(), kind: 'line', label: '見本', starts_on: '2026-02-01' } as const;
    await expectRefusal(tsutsumi.call(addItem, { ...asked, record: 'visit', facet: 'visit' }), 'not_allowed');
    await tsutsumi.call(addItem, { ...asked, record: 'tally_sheet', facet: 'tally' });
    const { items } = await tsutsumi.call(listItems, {});
    expect([...new Set(items.map(({ facet }) => facet))]).toEqual(['tally']);
  });

  test('of the reason for watching is not known to who visits', async () => {
    const id = await add('見守りのきっかけ', 'line', { record: 'household', facet: 'watching' });
    const knows = async (who: string) =>
      (await town.as(who).call(listItems, { record: 'household' })).items.some((one) => one.id === id);
    expect([await knows('koga'), await knows('tanaka')]).toEqual([false, false]);
    expect([await knows('furukawa'), await knows('ogata')]).toEqual([true, true]);
    await expectRefusal(
      shiraishi.call(addItem, {
        id: mintId(),
        record: 'visit',
        facet: 'watching',
        kind: 'line',
        label: '見本',
        starts_on: '2026-02-01',
      }),
      'invalid',
    );
  });

  test('is one of at most thirty of its record at a time', async () => {
    const { items } = await shiraishi.call(listItems, { record: 'tally_sheet' });
    for (let n = items.length; n < 30; n++)
      await add(`集計${n}`, 'line', { record: 'tally_sheet', facet: 'tally' });
    const refused = await expectRefusal(
      add('もう一つ', 'line', { record: 'tally_sheet', facet: 'tally' }),
      'refused',
    );
    expect(refused.message).toContain('30個まで');
  });
});
