import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { bytesOf, readPdf } from '#test/paper.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { languages } from '#ui/public/languages.ts';
import {
  changeAudience,
  confirmReadings,
  listNotices,
  printNotice,
  proposeReadings,
  publishNotice,
  readNotice,
  readNoticeWords,
  setNoticeRule,
  setNoticeWord,
  takeNoticeBack,
  writeNotice,
  writeNoticeText,
} from './api.ts';
import { noticePageWords } from './public-words.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const akiyama = town.as('akiyama');
const page = async (path: string, init?: RequestInit) => {
  const answer = await town.app.request(path, init);
  return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag') };
};
const said = {
  title: '避難所の開設',
  words: '一人で来てください。',
  themes: ['disaster'],
  shown_from: '2026-02-02',
} as const;
async function write(rest: object = {}) {
  const id = mintId();
  await ogata.call(writeNotice, { id, ...said, themes: ['disaster'], ...rest });
  return id;
}
const publish = (notice_id: string) => ogata.call(publishNotice, { id: mintId(), notice_id });

describe('a notice', () => {
  test('is read by anybody once it is published, in the words decided on, until it is taken back', async () => {
    const id = await write();
    expect((await page(`/notices/${id}`)).status).toBe(404);
    await publish(id);
    const first = await page(`/notices/${id}`);
    expect([first.status, first.text.includes('一人で来てください。')]).toEqual([200, true]);
    expect((await page(`/notices/${id}`, { headers: { 'if-none-match': first.etag ?? '' } })).status).toBe(
      304,
    );
    await ogata.call(writeNoticeText, {
      notice_id: id,
      language: 'ja',
      version: 1,
      title: '直した題',
      words: '直した文。',
    });
    expect((await ogata.call(readNotice, { id })).state).toBe('changed');
    expect((await page(`/notices/${id}`)).text).not.toContain('直した文。');
    await publish(id);
    expect((await page(`/notices/${id}`)).text).toContain('直した文。');
    await ogata.call(takeNoticeBack, { id });
    expect((await page(`/notices/${id}`)).status).toBe(404);
    expect((await page('/notices')).text).not.toContain('直した題');
    const read = await ogata.call(readNotice, { id });
    expect([read.state, read.before.map(({ version }) => version), read.publications.length]).toEqual([
      'withdrawn',
      [1],
      2,
    ]);
  });

  test('is shown in its days alone', async () => {
    const id = await write({ shown_from: '2026-02-03', shown_until: '2026-02-04' });
    await publish(id);
    const status = async (day: string) => {
      town.clock.now = new Date(`${day}T10:00:00+09:00`);
      return (await page(`/notices/${id}`)).status;
    };
    expect([await status('2026-02-02'), await status('2026-02-04'), await status('2026-02-05')]).toEqual([
      404, 200, 404,
    ]);
    await expectRefusal(publish(id), 'refused');
    town.clock.now = new Date('2026-02-02T10:00:00+09:00');
  });

  test('of one body is not there for another, and two who write at once do not overwrite each other', async () => {
    const id = await write();
    await expectRefusal(akiyama.call(readNotice, { id }), 'not_found');
    expect((await akiyama.call(listNotices, {})).notices.map((one) => one.id)).not.toContain(id);
    await expectRefusal(akiyama.call(publishNotice, { id: mintId(), notice_id: id }), 'not_found');
    const text = { notice_id: id, language: 'ja', version: 1, title: '題', words: '文。' } as const;
    await ogata.call(writeNoticeText, text);
    await expectRefusal(ogata.call(writeNoticeText, text), 'refused');
    const audience = { id, version: 1, themes: ['help'] as 'help'[], shown_from: '2026-02-02' };
    await ogata.call(changeAudience, audience);
    await expectRefusal(ogata.call(changeAudience, audience), 'refused');
  });

  test('of a place is written by its host', async () => {
    const id = mintId();
    await town.as('hara').call(writeNotice, { id, ...said, themes: ['gathering'] });
    const { place_id } = await town.as('hara').call(readNotice, { id });
    expect(place_id).toBe(town.id('place:kitchen'));
    await expectRefusal(town.as('koga').call(readNotice, { id }), 'not_allowed');
  });
});

describe('furigana', () => {
  test('of a day are read as days are', async () => {
    const id = await write();
    const easy = { notice_id: id, language: 'ja-easy', version: 0, title: '12月5日' } as const;
    await ogata.call(writeNoticeText, { ...easy, words: '2月20日も あります。' });
    const { readings } = await ogata.call(proposeReadings, { id });
    expect(readings.map(({ word, reading }) => [word, reading])).toEqual([
      ['12月', 'じゅうにがつ'],
      ['5日', 'いつか'],
      ['2月', 'にがつ'],
      ['20日', 'はつか'],
    ]);
  });

  test('are proposed with the town’s own readings first, confirmed word by word, and set over the words', async () => {
    const id = await write();
    const easy = {
      notice_id: id,
      language: 'ja-easy',
      version: 0,
      title: '避難所が 開きます',
      words: '{市|し}の 方は 一人で 来て。',
    } as const;
    await ogata.call(writeNoticeText, easy);
    await ogata.call(setNoticeWord, { id: mintId(), kind: 'reading', word: '開き', says: 'あき' });
    const { readings, version } = await ogata.call(proposeReadings, { id });
    expect(readings.map(({ word, reading }) => [word, reading])).toEqual([
      ['避難所', 'ひなんじょ'],
      ['開', 'あ'],
      ['方', 'かた'],
      ['一人', 'ひとり'],
      ['来', 'き'],
    ]);
    const answer = { notice_id: id, version, words: readings.map(({ word }) => word) };
    const yes = readings.map(({ reading }) => ({ reading, confirmed: true as const }));
    const half = [...yes.slice(0, 4), { reading: 'き', confirmed: false as unknown as true }];
    const refused = await expectRefusal(
      ogata.call(confirmReadings, { ...answer, readings: half }),
      'invalid',
    );
    expect(Object.keys(refused.fields)).toEqual(['readings.4.confirmed']);
    await expectRefusal(ogata.call(confirmReadings, { ...answer, readings: yes.slice(1) }), 'refused');
    yes[1] = { reading: '', confirmed: true };
    await ogata.call(confirmReadings, { ...answer, readings: yes });
    const { texts } = await ogata.call(readNotice, { id });
    const set = texts.find(({ language }) => language === 'ja-easy');
    expect(set).toMatchObject({
      title: '{避難所|ひなんじょ}が 開きます',
      words: '{市|し}の {方|かた}は {一人|ひとり}で {来|き}て。',
    });
    await publish(id);
    const { text } = await page(`/notices/${id}?lang=ja-easy`);
    expect(text).toContain('<ruby>避難所<rp>（</rp><rt>ひなんじょ</rt><rp>）</rp></ruby>が 開きます');
    const pdf = readPdf(bytesOf(await ogata.call(printNotice, { id, language: 'ja-easy' })));
    expect(pdf).toContain('ひなんじょ');
    await expectRefusal(ogata.call(printNotice, { id, language: 'vi' }), 'refused');
  });
});

describe('the words of the town', () => {
  test('hold until somebody sets others, and go out of the list where nothing is said', async () => {
    const words = () => ogata.call(readNoticeWords, {});
    expect((await words()).hard.find(({ word }) => word === 'コミュニティ')).toBeDefined();
    await akiyama.call(setNoticeWord, { id: mintId(), kind: 'hard', word: 'コミュニティ' });
    await akiyama.call(setNoticeWord, {
      id: mintId(),
      kind: 'hard',
      word: '傾聴',
      says: '話を よく 聞くこと',
    });
    const { hard } = await words();
    expect(hard.find(({ word }) => word === 'コミュニティ')).toBeUndefined();
    expect(hard.find(({ word }) => word === '傾聴')?.says).toBe('話を よく 聞くこと');
    const rule = { longest_sentence: 24, kanji_percent: 20, longest_run: 3 };
    await ogata.call(setNoticeRule, { id: mintId(), ...rule });
    expect((await words()).rule).toEqual(rule);
  });
});

describe('the public side', () => {
  test('is a page and a feed of a district, in five languages, without a script', async () => {
    const torikai = town.id('district:鳥飼');
    const kusano = town.id('district:草野');
    for (const language of languages) {
      const { text, status } = await page(`/notices?lang=${language}&district=${torikai}`);
      expect([language, status, text.includes('<script'), text.length < 30_000]).toEqual([
        language,
        200,
        false,
        true,
      ]);
    }
    expect((await page(`/notices?lang=vi&district=${torikai}`)).text).toContain(
      'Buổi tối nấu món ăn thế giới',
    );
    expect((await page(`/notices?lang=vi&district=${kusano}`)).text).not.toContain('Buổi tối nấu món');
    const feed = await town.app.request(`/notices/feed.atom?lang=ja-easy&district=${torikai}`);
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const atom = await feed.text();
    expect(atom).toContain(`<id>urn:uuid:${town.id('notice:cooking')}</id>`);
    expect(atom).toContain('世界（せかい）の 料理（りょうり）');
    expect((await page('/notices/feed.atom?theme=disaster')).text).not.toContain(town.id('notice:cooking'));
  });

  test('is a calendar of a district and a theme in a language: a whole day, the first on which it is shown', async () => {
    const own = `UID:${town.id('notice:cooking')}@kanaeau`;
    const read = (query: string) => page(`/notices/calendar.ics?${query}`);
    const { text, etag } = await read(`lang=vi&district=${town.id('district:鳥飼')}`);
    const [entry = ''] = text.slice(text.indexOf(own)).split('END:VEVENT');
    expect(entry).toMatch(/DTSTART;VALUE=DATE:2026\d{4}\r\nSUMMARY:Buổi tối nấu món/);
    expect(entry).toContain('TRANSP:TRANSPARENT');
    expect((await read(`district=${town.id('district:草野')}`)).text).not.toContain(own);
    expect((await read('theme=disaster')).text).not.toContain(own);
    const again = { headers: { 'if-none-match': etag ?? '' } };
    expect(
      (await page(`/notices/calendar.ics?lang=vi&district=${town.id('district:鳥飼')}`, again)).status,
    ).toBe(304);
  });

  test('says the same in every language, and やさしい日本語 carries a reading over every kanji', () => {
    const parts = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const language of languages)
      for (const [key, text] of Object.entries(noticePageWords.ja)) {
        const there = noticePageWords[language][key as keyof typeof noticePageWords.ja];
        expect([language, key, parts(there ?? '')]).toEqual([language, key, parts(text)]);
        const bare = language === 'ja-easy' ? there.replace(/｜[^《]+《[^》]+》/gu, '') : '';
        expect([key, bare.match(/\p{Script=Han}/gu) ?? []]).toEqual([key, []]);
      }
  });

  test('asks nobody for an address while the house writes to nobody', async () => {
    expect((await page('/notices')).text).not.toContain('/notices/subscribe');
    const { text } = await page('/notices/subscribe');
    expect(text).toContain(noticePageWords.ja.no_mail);
    expect(text).not.toContain('name="address"');
  });
});
