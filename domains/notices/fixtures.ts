import type { Planting } from '../planting.ts';
import { publishNotice, writeNotice, writeNoticeText } from './api.ts';

/** An evening at a kitchen, told in four languages; and a notice that is still as hard as offices write. */
export async function plantNotices({ call, id }: Planting): Promise<void> {
  const notice_id = id('notice:cooking');
  await call('ogata-coordinator', '2026-01-26T09:00:00+09:00', writeNotice, {
    id: notice_id,
    title: '世界の料理の夕べ（見本）',
    words:
      '2月13日の夕方に、みんなで料理をして食べます。\n料理ができない人も、日本語が分からない人も来てください。\nお金はいりません。午後5時に始めます。',
    district_ids: [id('district:鳥飼')],
    themes: ['gathering', 'taking_part'],
    shown_from: '2026-01-26',
    shown_until: '2026-02-13',
  });
  const texts = [
    [
      'ja-easy',
      '{世界|せかい}の {料理|りょうり}を {作|つく}る {会|かい}（{見本|みほん}）',
      '2{月|がつ}13{日|にち}の {夕方|ゆうがた}に、みんなで {料理|りょうり}を します。いっしょに {食|た}べます。\n{料理|りょうり}が できない {人|ひと}も {来|き}て ください。\n{日本語|にほんご}が わからない {人|ひと}も {来|き}て ください。\nお{金|かね}は いりません。{午後|ごご}5{時|じ}に {始|はじ}めます。',
    ],
    [
      'en',
      'An evening of world cooking (sample)',
      'On 13 February we cook together and eat together.\nCome if you cannot cook, and come if you do not speak Japanese.\nIt is free. We begin at 5 in the afternoon.',
    ],
    [
      'vi',
      'Buổi tối nấu món ăn thế giới (mẫu)',
      'Ngày 13 tháng 2, chúng ta cùng nấu ăn và cùng ăn.\nKhông biết nấu ăn hay không biết tiếng Nhật cũng hãy đến.\nMiễn phí. Bắt đầu lúc 5 giờ chiều.',
    ],
  ] as const;
  for (const [language, title, words] of texts)
    await call('ogata-coordinator', '2026-01-27T09:00:00+09:00', writeNoticeText, {
      ...{ notice_id, language, version: 0, title, words },
    });
  await call('ogata-coordinator', '2026-01-28T09:00:00+09:00', publishNotice, {
    id: id('notice-publication:cooking'),
    notice_id,
  });
  await call('akiyama', '2026-01-30T09:00:00+09:00', writeNotice, {
    id: id('notice:workshop'),
    title: '地域共生ワークショップの開催について（見本）',
    words:
      '令和8年2月20日14時より、地域コミュニティの活性化を目的としたワークショップを開催いたしますので、参加を希望されない場合を除き、最寄りの校区コミュニティセンターに参加申込書を持参のうえ提出してください。',
    district_ids: [],
    themes: ['taking_part'],
    shown_from: '2026-02-02',
  });
}
