import { roundOf } from '../parties/fixtures.ts';
import type { Planting } from '../planting.ts';
import { recordVisit } from '../visits/api.ts';
import * as api from './api.ts';

/** 鳥飼: 田中 and 平田 have an area each, 石井 is 主任児童委員, 松尾 chairs. 平田 hands in paper. */
const district = '鳥飼';
const everybody = ['tanaka', 'matsuo', 'ishii', 'hirata'] as const;
type Who = (typeof everybody)[number];
const onPaper: Who = 'hirata';

/** Who chairs a 民児協, and who is 主任児童委員. */
export async function plantCommissionerDuties({ call, id }: Planting): Promise<void> {
  for (const [who, duty, chair] of [
    ['matsuo', 'area', true],
    ['ishii', 'child', false],
    ['yoshida', 'area', true],
  ] as const) {
    await call('shiraishi', '2024-04-01T10:00:00+09:00', api.setCommissionerDuty, {
      id: id(`duty:${who}`),
      post_id: id(`post:${who}`),
      duty,
      chair,
      from_month: '2024-04',
    });
  }
}

interface Written {
  readonly added: Readonly<Record<string, number>>;
  readonly days: number[];
}

const december: Record<Who, Written> = {
  tanaka: {
    added: { home_care: 1, daily_support: 3, elderly: 4, events: 2, council: 1, liaison_members: 2 },
    days: [5, 12, 23],
  },
  matsuo: {
    added: {
      health: 2,
      surroundings: 1,
      elderly: 2,
      field_other: 1,
      council: 3,
      liaison_others: 4,
      visits_watch: 6,
    },
    days: [3, 5, 12, 18],
  },
  ishii: {
    added: { school: 2, small_children: 1, children: 3, own_work: 2, liaison_others: 1 },
    days: [4, 12, 19],
  },
  hirata: { added: {}, days: [] },
};

const january: Record<Who, Written> = {
  tanaka: {
    added: { daily_support: 2, family: 1, elderly: 3, survey: 1, council: 1, liaison_members: 1 },
    days: [6, 9, 20],
  },
  matsuo: {
    added: { daily_support: 2, elderly: 2, council: 2, liaison_others: 3, visits_watch: 5 },
    days: [6, 9, 14, 20],
  },
  ishii: { added: { school: 3, children: 3, own_work: 1, certificates: 1 }, days: [9, 16] },
  hirata: { added: { care_insurance: 1, elderly: 1, events: 2, visits_watch: 8 }, days: [7, 9, 15, 21, 28] },
};

/** December is with the city; of January 田中 has still to read and hand in, and nothing is checked. */
export async function plantActivities(planting: Planting): Promise<void> {
  await plantVisits(planting);
  for (const who of everybody) {
    const sheet = await plantSheet(planting, who, '2025-12', december[who], '2026-01-05');
    await planting.call('matsuo', '2026-01-07T19:00:00+09:00', api.answerActivitySheet, {
      sheet_id: sheet,
      answer: 'checked',
    });
  }
  await planting.call('matsuo', '2026-01-07T19:30:00+09:00', api.sendActivityMonth, {
    id: planting.id(`activity-sending:${district}:2025-12`),
    district_id: planting.id(`district:${district}`),
    month: '2025-12',
  });
  for (const who of everybody) await plantSheet(planting, who, '2026-01', january[who], '2026-02-01');
}

/** 田中 as 民生委員, to the two households of that hat: at the door, once by telephone, once nobody was in. */
async function plantVisits({ call, id }: Planting): Promise<void> {
  for (const [i, day] of ['2025-12-09', '2025-12-23', '2026-01-08', '2026-01-22'].entries()) {
    for (const [j, key] of roundOf(district).slice(0, 2).entries()) {
      await call('tanaka', `${day}T16:00:00+09:00`, recordVisit, {
        id: id(`visit:tanaka:${key}:${day}`),
        household_id: id(`household:${key}`),
        visited_on: day,
        channel: i === 2 && j === 1 ? 'phone' : 'face',
        contact: i === 3 && j === 0 ? 'absent' : 'met',
        condition: i === 3 && j === 0 ? null : 'usual',
      });
    }
  }
}

/** A sheet that is written and, but for 田中's January, handed in; 平田's by the chair, from paper. */
async function plantSheet(
  { call, id }: Planting,
  who: Who,
  month: string,
  { added, days }: Written,
  day: string,
): Promise<string> {
  const writer = who === onPaper ? 'matsuo' : who;
  const of = { post_id: id(`post:${who}`), month };
  const sheet = id(`activity-sheet:${who}:${month}`);
  await call(writer, `${day}T19:00:00+09:00`, api.writeActivitySheet, { id: sheet, ...of, added, days });
  if (who === 'tanaka' && month === '2026-01') return sheet;
  const handed = id(`activity-sheet:${who}:${month}:handed`);
  await call(writer, `${day}T19:30:00+09:00`, api.handInActivitySheet, { id: handed, ...of, follows: 1 });
  return handed;
}
