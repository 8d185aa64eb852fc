import type { Planting } from '../planting.ts';
import { openDistrict } from './api.ts';

/** The 46 校区 by area, as the city writes them, with their kana. */
const areas: readonly [area: string, districts: string][] = [
  [
    '旧久留米',
    '合川 あいかわ 御井 みい 西国分 にしこくぶ 東国分 ひがしこくぶ 青峰 せいほう 南薫 なんくん 宮ノ陣 みやのじん 山本 やまもと 草野 くさの 大橋 おおはし 善導寺 ぜんどうじ 山川 やまかわ 日吉 ひよし 高良内 こうらうち 篠山 ささやま 荘島 しょうじま 京町 きょうまち 上津 かみつ 小森野 こもりの 長門石 ながといし 安武 やすたけ 南 みなみ 鳥飼 とりかい 荒木 あらき 津福 つぶく 金丸 かなまる 大善寺 だいぜんじ',
  ],
  [
    '田主丸',
    '船越 ふなこし 水分 みずわけ 柴刈 しばかり 川会 かわい 竹野 たけの 水縄 みのう 田主丸 たぬしまる',
  ],
  ['北野', '北野 きたの 弓削 ゆげ 大城 おおき 金島 かねしま'],
  ['城島', '江上 えがみ 青木 あおき 浮島 うきしま 城島 じょうじま 下田 しもだ'],
  ['三潴', '犬塚 いぬつか 三潴 みずま 西牟田 にしむた'],
];

export const sampleDistricts = areas
  .flatMap(([area, words]) =>
    (words.match(/\S+ \S+/g) ?? []).map((pair) => ({ area, pair: pair.split(' ') })),
  )
  .map(({ area, pair: [name = '', kana = ''] }, i) => ({
    name,
    kana,
    area,
    code: String(i + 1).padStart(2, '0'),
    sort: i + 1,
  }));

/** The sample town's districts, opened by its administrator. */
export async function plantDistricts(planting: Planting): Promise<void> {
  for (const district of sampleDistricts) {
    await planting.call('shiraishi', '2024-04-01T09:10:00+09:00', openDistrict, {
      ...district,
      id: planting.id(`district:${district.name}`),
      starts_on: '2024-04-01',
    });
  }
}
