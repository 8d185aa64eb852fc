import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { guideWords } from '#domains/guide/public-words.ts';
import { noticePageWords } from '#domains/notices/public-words.ts';
import { openDataWords } from '#domains/open-data/public-words.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import { chooseLanguage, languages, translated } from '#ui/public/languages.ts';
import { pageWords, speak } from '#ui/public/speak.ts';
import { readPublicForm, vouchForLanguage } from './form-api.ts';
import { hashOfWords, letterPageWords } from './public-words.ts';
import { openPublicForm } from './rig.ts';

const town = await openTown('cast');
const form = openPublicForm(town);

describe('the words of the public pages', () => {
  test('say the same in every language: every key, with the same parts, and none of them empty', () => {
    for (const words of [pageWords, letterPageWords, guideWords, openDataWords, noticePageWords]) {
      const parts = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
      for (const language of languages) {
        const there = words[language] as Record<string, string>;
        expect(Object.keys(there)).toEqual(Object.keys(words.ja));
        for (const [key, text] of Object.entries(words.ja)) {
          expect([language, key, parts(there[key] ?? '')]).toEqual([language, key, parts(text)]);
          expect(there[key]).not.toBe('');
        }
      }
    }
  });

  test('carry a reading over every kanji in やさしい日本語', () => {
    for (const words of [pageWords, letterPageWords, guideWords, openDataWords])
      for (const [key, text] of Object.entries(words['ja-easy'])) {
        if (key === 'language_name') continue;
        const bare = text.replace(/\{[^{}|]+\|[^{}|]+\}/gu, '');
        expect([key, bare.match(/\p{Script=Han}/gu) ?? []]).toEqual([key, []]);
      }
  });
});

describe('the language of a page', () => {
  test('is what the browser asks for, and Japanese otherwise', () => {
    expect(chooseLanguage('vi-VN,vi;q=0.9,en;q=0.8')).toBe('vi');
    expect(chooseLanguage('fr,en-GB;q=0.7')).toBe('en');
    expect(chooseLanguage('zh-CN')).toBe('zh-Hans');
    expect(chooseLanguage('zh-TW,ja;q=0.5')).toBe('ja');
    expect(chooseLanguage(undefined)).toBe('ja');
  });

  test('is switched with one press that loses nothing typed, and stays', async () => {
    const opened = await form.open();
    const body = new URLSearchParams({ ...opened.hidden, wish: 'そのまま残る言葉', to_language: 'vi' });
    const switched = await town.app.request('/tell-us', { method: 'POST', body });
    const text = await switched.text();
    expect([switched.status, text.includes('そのまま残る言葉')]).toEqual([200, true]);
    expect(text).toContain('<html lang="vi">');
    const cookie = switched.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).toBe('kanaeau_language=vi');
    const later = await form.open({ cookie, 'accept-language': 'ja' });
    expect(later.text).toContain(letterPageWords.vi.send);
    expect((await form.open({ cookie: 'kanaeau_language=%3Cscript%3E' })).text).toContain('<html lang="ja">');
  });

  test('is marked as a translation until somebody vouches for its words', async () => {
    const mark = (language: (typeof languages)[number]) => speak(pageWords, language)('unreviewed');
    const shown = async (language: string) =>
      (await form.open({ cookie: `kanaeau_language=${language}` })).text;
    for (const language of translated) expect(await shown(language)).toContain(mark(language));
    await town
      .as('shiraishi')
      .call(vouchForLanguage, { id: mintId(), language: 'vi', reviewer: '国際交流協会（見本）' });
    expect(await shown('vi')).not.toContain(mark('vi'));
    expect(await shown('en')).toContain(mark('en'));
    for (const page of ['/town', '/notices', '/notices/subscribe', '/open-data']) {
      const say = async (lang: string) => (await town.app.request(`${page}?lang=${lang}`)).text();
      expect([page, (await say('vi')).includes(mark('vi'))]).toEqual([page, false]);
      expect([page, (await say('en')).includes(mark('en'))]).toEqual([page, true]);
    }
    await town.look("update language_reviews set words_hash = 'of other words'");
    expect(await shown('vi')).toContain(mark('vi'));
    const { languages: known } = await town.as('shiraishi').call(readPublicForm, {});
    expect(known.map(({ reviewer }) => reviewer)).toEqual([null, null, null]);
  });

  test('is vouched for with the words of every room that has public pages', () => {
    const hash = (...rooms: readonly object[]) =>
      createHash('sha256').update(JSON.stringify(rooms)).digest('hex');
    const rooms = [pageWords, letterPageWords, guideWords, noticePageWords, openDataWords];
    for (const language of translated)
      expect(hashOfWords(language)).toBe(hash(...rooms.map((words) => words[language])));
  });
});
