import { describe, expect, test } from 'vitest';
import { findHardPlaces } from './hardness.ts';
import { firstRule } from './model.ts';
import { openWordbook } from './wordbook.ts';

const { hard } = openWordbook([]);
const found = (text: string) => findHardPlaces(text, firstRule, hard).map(({ kind, words }) => [kind, words]);

describe('what is hard in a text', () => {
  test('is named where it is: a long sentence, kanji in a row, a hard word, two denials, an era, a clock of 24 hours', () => {
    const long = 'きょうは、みんなで'.repeat(5);
    expect(found(`${long}。みじかい文。`)).toEqual([['long_sentence', `${long}。`]]);
    expect(found('ここは土砂災害警戒区域です。あの')).toEqual([['kanji_run', '土砂災害警戒区域']]);
    expect(found('ワークショップをします。')).toEqual([['hard_word', 'ワークショップ']]);
    expect(found('できないわけではない。')).toEqual([['double_negative', 'ないわけではな']]);
    expect(found('令和8年の14時から。')).toEqual([
      ['clock24', '14時'],
      ['era', '令和8年'],
    ]);
    expect(found('２月２０日、午後2時から。')).toEqual([]);
  });

  test('is also that kanji are many, whether they bear furigana or not', () => {
    const text = '本日は校区の会議で大切な相談と報告を予定します。';
    const many = findHardPlaces(text, firstRule, []);
    expect(many).toEqual([{ kind: 'many_kanji', words: '', n: 58, instead: '' }]);
    const marked = text.replace('校区', '{校区|こうく}');
    expect(findHardPlaces(marked, firstRule, [])).toEqual(many);
  });

  test('is nothing in an easy text, nor in none', () => {
    expect(found('みんなで りょうりを します。\n{午後|ごご}5時に 来て ください。')).toEqual([]);
    expect(found('')).toEqual([]);
  });
});
