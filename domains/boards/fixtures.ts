import { sampleDistricts } from '../districts/fixtures.ts';
import type { Planting } from '../planting.ts';
import * as api from './api.ts';

const coordinator = 'ogata-coordinator';
const chair = 'noda-chair';

/** 鳥飼's table and how it met three times until something grew out of it; all invented. */
export async function plantBoards(planting: Planting): Promise<void> {
  const { call, id } = planting;
  const board_id = id('board:鳥飼');
  await call(coordinator, '2025-06-02T10:00:00+09:00', api.openBoard, {
    id: board_id,
    district_id: id('district:鳥飼'),
    name: '鳥飼校区支え合い推進会議（見本）',
    started_on: '2017-06-15',
    usual: '2か月に1回、第3木曜の夜7時、コミュニティセンター（見本）',
  });
  await plantMembers(planting, board_id);
  await plantFirstMeeting(planting, board_id);
  await plantSecondMeeting(planting, board_id);
  await call(chair, '2026-01-20T09:00:00+09:00', api.writeBoardItem, {
    id: id('board-item:treasure:1'),
    board_id,
    kind: 'treasure',
    words: '庭で採れた柿を、毎年配ってくれる人がいる。',
  });
  await call(chair, '2026-01-20T09:10:00+09:00', api.callMeeting, {
    id: id('board-meeting:鳥飼:3'),
    board_id,
    held_on: '2026-02-19',
    from: '19:00',
    until: '20:30',
    place: '鳥飼コミュニティセンター（見本）',
    agenda: 'ごみ出しの試行をふり返る\n買い物の相談',
  });
  await plantGroup(planting);
}

async function plantMembers({ call, id }: Planting, board_id: string): Promise<void> {
  const seats = [
    ['野田（見本）', '校区コミュニティ組織', 'chair'],
    ['古川（見本）', 'ふれあいの会', 'deputy'],
    ['松尾（見本）', '民生委員', 'member'],
    ['原（見本）', '子どもの食堂', 'member'],
    ['緒方（見本）', '社会福祉協議会', 'coordinator'],
  ] as const;
  for (const [n, [name, belongs, part]] of seats.entries())
    await call(chair, '2025-06-05T10:00:00+09:00', api.seatMember, {
      ...{ id: id(`board-member:${n}`), board_id, name, belongs, part },
      ...{ starts_on: '2025-04-01', ends_on: '2027-03-31' },
    });
}

async function plantFirstMeeting({ call, id }: Planting, board_id: string): Promise<void> {
  const meeting = id('board-meeting:鳥飼:1');
  await call(chair, '2025-10-01T09:00:00+09:00', api.callMeeting, {
    ...{ id: meeting, board_id, held_on: '2025-10-16', from: '19:00', until: '20:30' },
    ...{ place: '鳥飼コミュニティセンター（見本）', agenda: '最近の困りごとと宝もの' },
  });
  await call(chair, '2025-10-16T20:40:00+09:00', api.holdMeeting, {
    id: meeting,
    attendance: [
      { belongs: '自治会', n: 5 },
      { belongs: '民生委員', n: 2 },
      { belongs: '近所の人', n: 6 },
    ],
  });
  for (const [key, kind, words] of [
    ['trouble', 'trouble', '階段の多い団地で、ごみ出しがつらい人がいる。'],
    ['decision', 'decision', 'ごみ出しを手伝える人がどのくらいいるか、聞いてみる。'],
  ] as const)
    await call(chair, '2025-10-16T20:50:00+09:00', api.writeBoardItem, {
      ...{ id: id(`board-item:${key}:1`), board_id, meeting_id: meeting, kind, words },
    });
  await call(chair, '2025-10-16T20:55:00+09:00', api.makePromise, {
    ...{ id: id('board-promise:rubbish'), meeting_id: meeting, what: 'ごみ出しを手伝える人を聞いて回る' },
    ...{ who: '古川（見本）' },
  });
  await call(chair, '2025-10-17T09:00:00+09:00', api.draftMinutes, { id: meeting, next_on: '2025-12-18' });
  await call(chair, '2025-10-24T09:00:00+09:00', api.confirmMinutes, { id: meeting });
  await call(chair, '2025-10-24T09:10:00+09:00', api.shareMinutes, {
    ...{ id: meeting, version: 4, meeting: 'city' },
    lines: {
      [id('board-item:trouble:1')]: 'boards',
      [id('board-item:decision:1')]: 'city',
      [id('board-promise:rubbish')]: 'city',
    },
  });
}

async function plantSecondMeeting({ call, id }: Planting, board_id: string): Promise<void> {
  const meeting = id('board-meeting:鳥飼:2');
  await call(chair, '2025-12-01T09:00:00+09:00', api.callMeeting, {
    ...{ id: meeting, board_id, held_on: '2025-12-18', from: '19:00', until: '20:30' },
    ...{ place: '鳥飼コミュニティセンター（見本）', agenda: '聞いて回った結果' },
  });
  await call(chair, '2025-12-18T20:40:00+09:00', api.holdMeeting, {
    id: meeting,
    attendance: [
      { belongs: '自治会', n: 6 },
      { belongs: '近所の人', n: 9 },
    ],
  });
  await call(chair, '2025-12-18T20:45:00+09:00', api.tellOutcome, {
    ...{ id: id('promise-outcome:rubbish:1'), promise_id: id('board-promise:rubbish'), meeting_id: meeting },
    ...{ outcome: 'done', words: '7人が手を挙げた。週に2回の収集日なら続けられる。' },
  });
  await call(chair, '2025-12-18T20:50:00+09:00', api.makePromise, {
    ...{ id: id('board-promise:trial'), meeting_id: meeting, what: '団地の1棟で、ごみ出しの手伝いを試す' },
    ...{ who: '手を挙げた7人', until_on: '2026-02-19' },
  });
  await call(chair, '2025-12-19T09:00:00+09:00', api.draftMinutes, { id: meeting, next_on: '2026-02-19' });
}

async function plantGroup({ call, id }: Planting): Promise<void> {
  const group_id = id('helping-group:rubbish');
  await call(chair, '2025-12-20T09:00:00+09:00', api.writeHelpingGroup, {
    ...{ id: group_id, district_id: id('district:鳥飼'), promise_id: id('board-promise:rubbish') },
    ...{ name: '鳥飼ごみ出し助け合い（見本）', works: ['rubbish'], stage: 'talk', stage_since: '2025-12-18' },
    ...{ what: '階段のある団地で、玄関先からごみ置き場まで運ぶ。', days: '火曜と金曜の朝', helpers: 7 },
    ...{ insurance: 'ボランティア活動保険（見本）', charge: 'free', shown: 'boards' },
    ...{ contact: '古川（見本）', public_contact: '鳥飼コミュニティセンター（見本）' },
  });
  await call(chair, '2026-01-13T09:00:00+09:00', api.stepHelpingGroup, {
    ...{ id: id('helping-group-stage:rubbish:trial'), group_id, stage: 'trial', since_on: '2026-01-13' },
    words: 'まず1棟の8世帯で',
  });
  await call(coordinator, '2026-01-14T15:00:00+09:00', api.recordSupport, {
    ...{ id: id('board-support:rubbish'), district_id: id('district:鳥飼'), sort: 'helping_group' },
    ...{
      name: '鳥飼ごみ出し助け合い（見本）',
      kind: 'accompaniment',
      supported_on: '2026-01-14',
      minutes: 90,
    },
    ...{ words: '試行の段取りと保険の手続きをいっしょにした。', noticed: '団地のほかの棟からも声がある。' },
  });
  await call(coordinator, '2026-01-14T15:30:00+09:00', api.linkToMeasure, {
    ...{ id: id('board-link:rubbish'), promise_id: id('board-promise:rubbish'), measure_id: id('measure:1') },
    words: '近所で支え合うきっかけになった。',
  });
  await call(coordinator, '2026-01-14T15:40:00+09:00', api.writeTie, {
    ...{
      id: id('body-tie:1'),
      district_id: id('district:鳥飼'),
      one: '見本自治会',
      other: '見本団地の管理組合',
    },
    ...{ what: 'ごみ置き場のかぎを共用する', since_on: '2026-01-10' },
  });
}

/** Every other district has a table, two of them a history; figures of the area are invented and say so. */
export async function plantBoardsOfDistricts({ call, id }: Planting): Promise<void> {
  for (const { name } of sampleDistricts.filter((one) => one.name !== '鳥飼'))
    await call(coordinator, '2025-06-02T11:00:00+09:00', api.openBoard, {
      ...{ id: id(`board:${name}`), district_id: id(`district:${name}`), started_on: '2018-04-01' },
      name: `${name}校区支え合い推進会議（見本）`,
    });
  for (const [n, district] of ['草野', '荘島'].entries()) {
    const board_id = id(`board:${district}`);
    const meeting = id(`board-meeting:${district}:1`);
    await call(coordinator, '2025-11-01T09:00:00+09:00', api.callMeeting, {
      ...{ id: meeting, board_id, held_on: `2025-11-1${n + 1}`, from: '13:30', agenda: '買い物の困りごと' },
    });
    await call(coordinator, '2025-11-12T16:00:00+09:00', api.holdMeeting, {
      id: meeting,
      attendance: [{ belongs: '近所の人', n: 12 }],
    });
    await call(coordinator, '2025-11-12T16:10:00+09:00', api.makePromise, {
      ...{ id: id(`board-promise:shopping:${district}`), meeting_id: meeting },
      what: '移動販売の車に来てもらえるか、店に聞く',
    });
    await call(coordinator, '2025-11-12T16:20:00+09:00', api.draftMinutes, { id: meeting });
    await call(coordinator, '2025-11-20T09:00:00+09:00', api.confirmMinutes, { id: meeting });
    await call(coordinator, '2025-11-20T09:10:00+09:00', api.shareMinutes, {
      ...{ id: meeting, version: 4, meeting: 'boards' },
      lines: { [id(`board-promise:shopping:${district}`)]: 'boards' },
    });
  }
  await call(coordinator, '2025-12-03T09:00:00+09:00', api.writeHelpingGroup, {
    ...{
      id: id('helping-group:shopping'),
      district_id: id('district:草野'),
      works: ['shopping', 'transport'],
    },
    ...{ name: '草野買い物応援隊（見本）', stage: 'own_way', stage_since: '2025-12-01', charge: 'ticket' },
    ...{ what: '週に1回、いっしょに買い物に行く。', charge_words: '1枚200円', helpers: 12, shown: 'public' },
  });
  await call(coordinator, '2025-12-31T09:00:00+09:00', api.writeIncome, {
    ...{ id: id('helping-group-income:1'), group_id: id('helping-group:shopping'), month: '2025-12' },
    ...{ kind: 'ticket', amount: 9600 },
  });
  await call('tsutsumi', '2025-11-10T09:00:00+09:00', api.enterAreaFigures, {
    id: id('area-figures:2025'),
    as_of: '2025-10-01',
    source: '見本の人口（実際の数字ではありません）',
    lines: sampleDistricts.map(({ name }, n) => lineOf(name, n)).join('\n'),
  });
}

function lineOf(name: string, n: number): string {
  const population = 2100 + ((n * 1733) % 7900);
  const share = (of: number) => Math.floor((population * of) / 1000);
  return [
    name,
    population,
    share(125),
    share(265 + (n % 7) * 15),
    share(140 + (n % 5) * 10),
    share(430),
  ].join('\t');
}
