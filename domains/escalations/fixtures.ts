import type { Planting } from '../planting.ts';
import * as api from './api.ts';

/** 国民の祝日 of 2026 and early 2027 as the law has them, and the days on which town halls are closed. */
const daysOff = `2026/2/11,建国記念の日
2026/2/23,天皇誕生日
2026/3/20,春分の日
2026/4/29,昭和の日
2026/5/3,憲法記念日
2026/5/4,みどりの日
2026/5/5,こどもの日
2026/5/6,休日
2026/7/20,海の日
2026/8/11,山の日
2026/9/21,敬老の日
2026/9/22,休日
2026/9/23,秋分の日
2026/10/12,スポーツの日
2026/11/3,文化の日
2026/11/23,勤労感謝の日
2026/12/29,年末年始
2026/12/30,年末年始
2026/12/31,年末年始
2027/1/1,元日
2027/1/2,年末年始
2027/1/3,年末年始`;

/** When the office watches, and whom to call; the numbers are nobody's. */
export async function plantDuties({ call, id }: Planting): Promise<void> {
  const at = '2024-04-05T10:00:00+09:00';
  await call('shiraishi', '2026-01-05T10:00:00+09:00', api.closeDays, { lines: daysOff });
  await call('ogata', at, api.addDuty, {
    id: id('duty:office'),
    hours: 'office',
    name: '社協 地区担当（見本）',
    phone: '0942-00-0110',
    post_id: id('post:ogata'),
    starts_on: '2024-04-05',
  });
  await call('ogata', at, api.addDuty, {
    id: id('duty:outside'),
    hours: 'outside',
    name: '社協 夜間・休日の当番（見本）',
    phone: '0942-00-0119',
    words: '夜間と休みの日は、当番の携帯電話につながります（見本）',
    starts_on: '2024-04-05',
  });
}

/** What visits raised until the middle of January was taken and closed; what came at its end goes on: an 異変 in hand, a 気になる for today. */
export async function plantAnswers({ call }: Planting): Promise<void> {
  const { escalations } = await call('ogata', '2026-02-02T08:35:00+09:00', api.listEscalations, {
    limit: 200,
  });
  for (const { id, level, raised_at } of escalations) {
    if (raised_at >= '2026-01-24') {
      const told = '様子を確かめました。付き添ってくださり、ありがとうございます（見本）';
      if (level === 'alarm')
        await call('ogata', '2026-02-02T08:40:00+09:00', api.takeEscalation, { id, seen: 0, told });
      continue;
    }
    await call('ogata', '2026-01-26T09:10:00+09:00', api.takeEscalation, { id, seen: 0 });
    await call('ogata', '2026-01-26T09:20:00+09:00', api.closeEscalation, {
      id,
      seen: 1,
      words: '電話で様子をうかがった（見本）',
      told: '様子をうかがいました。知らせてくださり、ありがとうございます（見本）',
    });
  }
}
