import { describe, expect, test } from 'vitest';
import { compareGists, takeGist } from './compare-texts.ts';
import cueFile from './cues.ja.json' with { type: 'json' };
import { findLimits } from './find-limits.ts';
import { suggestTags } from './suggest-tags.ts';
import tagFile from './taxonomy.ja.json' with { type: 'json' };

const tagsOf = (text: string, side: 'wish' | 'offer') => suggestTags(text, side).map(({ tag }) => tag);
const limitsOf = (text: string) => findLimits(text).map(({ limit, words }) => `${limit}: ${words}`);

describe('tags are suggested with the words that led there', () => {
  test.each([
    ['だれかとおしゃべりがしたいです。電話でもかまいません。', 'talking: おしゃべり'],
    ['燃えるゴミの日に、ごみを集積所まで出してほしい。', 'garbage: ごみを集積所まで出し'],
    ['庭の草が伸びて困っています。草むしりを一緒にしてくれる人はいませんか。', 'weeding: 草むしり'],
    ['孫の宿題を見てくれる人を探しています。', 'learning: 宿題'],
    ['食べるものがなくて困っています。', 'food: 食べるものがなく'],
    ['ｽﾏﾎの使い方がわからない。', 'phone_help: スマホ'],
    ['すまほの使い方を教えてください。', 'phone_help: すまほ'],
    ['孫とＬＩＮＥで話したい。', 'phone_help: LINE'],
    ['畑の手伝いをしてみたい。', 'farming: 畑の手伝い'],
    ['短い時間なら働いてみたい。', 'work_trial: 短い時間なら働'],
  ])('%s', (text, said) => {
    expect(suggestTags(text, 'wish').map(({ tag, words }) => `${tag}: ${words}`)).toContain(said);
  });

  test('several, in the order of the text', () => {
    expect(tagsOf('ベトナム語の通訳と、網戸の張り替えができます。', 'offer')).toEqual([
      'interpreting',
      'carpentry',
    ]);
  });

  test('the longer phrase is the one that is meant', () => {
    expect(tagsOf('犬の散歩をお願いしたい。', 'wish')).toEqual(['pets']);
    expect(tagsOf('公園の掃除を一緒にしませんか。', 'offer')).toEqual(['cleanup']);
  });

  test('no word is found inside another', () => {
    expect(tagsOf('のみごみちを通って帰る', 'wish')).toEqual([]);
    expect(tagsOf('スコートを着る', 'wish')).toEqual([]);
    expect(tagsOf('そうじゃないと思う', 'wish')).toEqual([]);
    expect(tagsOf('ひきこもりの家族がいる', 'wish')).toEqual([]);
    expect(tagsOf('テニスコートの森さん', 'wish')).toEqual([]);
    expect(tagsOf('力を貸してもらってうれしい', 'offer')).toEqual(['volunteering']);
    expect(tagsOf('オンラインで会いたい', 'wish')).toEqual([]);
  });

  test('a text without such words suggests nothing', () => {
    expect(tagsOf('特に困っていることはありません。', 'wish')).toEqual([]);
    expect(tagsOf('', 'offer')).toEqual([]);
  });
});

describe('what is denied', () => {
  test('what one cannot do is a wish and no offer', () => {
    expect(tagsOf('料理ができません', 'wish')).toEqual(['cooking']);
    expect(tagsOf('料理ができません', 'offer')).toEqual([]);
    expect(tagsOf('足が悪く、スーパーまで買い物に行けません。', 'wish')).toEqual(['shopping']);
  });

  test('holds for its clause', () => {
    expect(tagsOf('料理はできませんが掃除ならできます。', 'offer')).toEqual(['cleaning']);
    expect(tagsOf('料理や洗濯は苦手です。話を聞くことはできます。', 'offer')).toEqual(['talking']);
    expect(tagsOf('将棋は指せるけど、ピアノは無理', 'offer')).toEqual(['games']);
  });

  test('what one does not want is neither', () => {
    expect(tagsOf('子守りはいりません。草取りをお願いします。', 'wish')).toEqual(['weeding']);
    expect(tagsOf('掃除ではなく料理を手伝ってほしい', 'wish')).toEqual(['cooking']);
    expect(tagsOf('カラオケはしたくない', 'offer')).toEqual([]);
  });

  test('what one manages alone is no wish', () => {
    expect(tagsOf('買い物は大丈夫です。話し相手がほしいです。', 'wish')).toEqual(['talking']);
    expect(tagsOf('買い物は大丈夫です。', 'offer')).toEqual(['shopping']);
  });

  test('only this is not none of this', () => {
    expect(tagsOf('掃除しかできません', 'offer')).toEqual(['cleaning']);
    expect(tagsOf('料理は得意ではないのでお断りします', 'offer')).toEqual([]);
  });
});

describe('limits are read and lead to no tag', () => {
  test.each([
    ['外に出るのが久しぶりなので、一人では無理です。', ['not_alone: 一人では無理です']],
    ['ひとりだと不安です。', ['not_alone: ひとりだと不安です']],
    ['階段がない所で会いたい。', ['no_stairs: 階段がない所で会いたい']],
    ['段差のない部屋なら行けます。', ['no_stairs: 段差のない部屋なら行けます']],
    ['階段の上り下りは問題ないです。', []],
    ['車いすで行きます。', ['wheelchair: 車いすで行きます']],
    ['見ているだけでもいいですか。', ['just_watching: 見ているだけでもいいですか']],
    ['重い物は持てません。', ['no_heavy: 重い物は持てません']],
    ['土日だけなら。', ['weekends: 土日だけなら']],
    ['人が多いところは苦手です。', ['quiet: 人が多いところは苦手です']],
    ['犬がいない家がいい。', ['no_pets: 犬がいない家がいい']],
    ['名前は出したくないです。', ['nameless: 名前は出したくないです']],
    ['何も言うことはない。', []],
  ])('%s', (text, said) => {
    expect(limitsOf(text)).toEqual(said);
  });

  test('a limit is not what the text asks for', () => {
    expect(tagsOf('重い物は持てません。', 'wish')).toEqual([]);
    expect(tagsOf('運転はできません。子どもと遊ぶのは好きです。', 'offer')).toEqual(['playing']);
    expect(limitsOf('午前中なら買い物を手伝えます。')).toEqual(['mornings: 午前中なら']);
    expect(tagsOf('午前中なら買い物を手伝えます。', 'offer')).toEqual(['shopping']);
  });
});

describe('two texts are compared with reasons', () => {
  const compare = (wish: string, offer: string) =>
    compareGists(takeGist(wish, 'wish'), takeGist(offer, 'offer'));

  test('the same tag, in whatever words', () => {
    const { score, reasons } = compare('草むしりをお願いします', '雑草なら任せてください');
    expect(score).toBe(60);
    expect(reasons).toMatchObject([
      { kind: 'tag', points: 60, wish: { words: '草むしり' }, offer: { words: '雑草' } },
    ]);
  });

  test('an offer answers more than its own name', () => {
    const { score, reasons } = compare('通院の足がない', '車で送り迎えができます');
    expect(score).toBe(40);
    expect(reasons).toMatchObject([{ wish: { tag: 'hospital' }, offer: { tag: 'driving' } }]);
    expect(compare('車で送り迎えしてほしい', '通院に付き添います').score).toBeLessThan(60);
  });

  test('shared words count a little, and are named', () => {
    const { reasons } = compare('ギターを弾いてみたい', 'ギターなら教えられます');
    expect(reasons.at(-1)).toMatchObject({ kind: 'words', words: ['ギター'] });
    expect(compare('ギターを弾いてみたい', 'ギターを弾いてみたい').score).toBe(85);
  });

  test('what has nothing in common has no points and no reasons', () => {
    expect(compare('ごみ出しをお願いします', 'ピアノの演奏をお願いします')).toEqual({
      score: 0,
      reasons: [],
    });
    expect(compare('料理を手伝ってほしい', '料理はできません').score).toBeLessThan(30);
  });

  test('the points are those of the reasons, 100 at most', () => {
    const long = '買い物と掃除と洗濯と料理と草取りとごみ出しと話し相手';
    const { score, reasons } = compare(long, long);
    expect(score).toBe(reasons.reduce((sum, { points }) => sum + points, 0));
    expect(score).toBe(100);
  });
});

describe('the lists', () => {
  test('every word leads to its tag', () => {
    const lost = tagFile.flatMap(({ tag, words }) =>
      words.split(' ').filter((word) => !tagsOf(word.replaceAll('*', 'を'), 'wish').includes(tag)),
    );
    expect(lost).toEqual([]);
  });

  test('every turn of phrase leads to its limit', () => {
    const lost = cueFile.limits.flatMap(({ limit, words }) =>
      words
        .split(' ')
        .filter((word) => !findLimits(word.replaceAll('*', 'が')).some((one) => one.limit === limit)),
    );
    expect(lost).toEqual([]);
  });

  test('names are there once, and what a tag answers exists', () => {
    const names = tagFile.map(({ tag }) => tag);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(60);
    const answered = tagFile.flatMap(({ answers }) => answers.split(' ')).filter((tag) => tag !== '');
    expect(answered.filter((tag) => !names.includes(tag))).toEqual([]);
    const limits = cueFile.limits.map(({ limit }) => limit);
    expect(new Set(limits).size).toBe(limits.length);
  });
});
