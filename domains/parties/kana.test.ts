import { expect, test } from 'vitest';
import { foldText, kanaPattern, toKanaKey, toPhone } from './kana.ts';

test.each([
  ['いしばし', 'いしはし'],
  ['イシバシ', 'いしはし'],
  ['ｲｼﾊﾞｼ', 'いしはし'],
  ['いし ばし', 'いしはし'],
  ['いし　ばし', 'いしはし'],
  ['はっとり', 'はつとり'],
  ['きゃらん', 'きやらん'],
  ['ヴァン', 'うあん'],
  ['スーパー', 'すうはあ'],
  ['キャー', 'きやあ'],
  ['ーあ', 'あ'],
  ['んー', 'ん'],
  ['さゝき', 'ささき'],
  ['みすゞ', 'みすす'],
  ['バナヽ', 'はなな'],
  ['一ヶ瀬', '一け瀬'],
  ['グエン・ヴァン・ミン', 'くえんうあんみん'],
  ['Nguyễn', 'nguyen'],
  ['', ''],
])('%s is ordered as %s', (kana, key) => {
  expect(toKanaKey(kana)).toBe(key);
});

test('a key is its own key', () => {
  for (const kana of ['ガッコー', 'づつみ', 'みすゞ']) {
    expect(toKanaKey(toKanaKey(kana))).toBe(toKanaKey(kana));
  }
});

test('はは, ばば and ぱぱ stand together', () => {
  expect(new Set(['はは', 'ばば', 'ぱぱ', 'パパ'].map(toKanaKey)).size).toBe(1);
});

test('a text is folded in its width, capitals and kana, letter by letter, and keeps its voicing', () => {
  expect(foldText('ｽﾏﾎとＬＩＮＥ、ガラス')).toBe('すまほとline、がらす');
  expect(foldText('がき')).not.toBe(foldText('かき'));
  expect(foldText('スーパーへ')).toHaveLength('スーパーへ'.length);
});

test('a telephone number is kept in plain digits', () => {
  expect(toPhone(' ０９４２ー００－１２３４ ')).toBe('0942-00-1234');
});

test('ふりがな is hiragana or katakana, and nothing else', () => {
  expect(['みほん はな', 'グエン・ヴァン', 'ミホン'].every((kana) => kanaPattern.test(kana))).toBe(true);
  expect(['見本', 'Mihon', ''].some((kana) => kanaPattern.test(kana))).toBe(false);
});
