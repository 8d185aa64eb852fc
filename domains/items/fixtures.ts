import type { Planting } from '../planting.ts';
import { addItem, endItem, readItem } from './api.ts';
import type { ItemFacet, ItemKind, ItemRecord, TypedAnswers } from './model.ts';

/** The sample town's own items, each with a question it was made for; one of them was asked for a summer only. */
interface SampleItem {
  readonly record: ItemRecord;
  readonly facet: ItemFacet;
  readonly kind: ItemKind;
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly options?: readonly string[];
  readonly starts_on: string;
  readonly by: string;
}

const items = {
  heat: {
    record: 'visit',
    facet: 'visit',
    kind: 'choice',
    label: '暑さへの備え（見本）',
    hint: '6月から9月だけたずねます。',
    options: ['冷房を使っている', '窓を開けている', '声をかけた'],
    starts_on: '2025-06-01',
    by: 'shiraishi',
  },
  cold: {
    record: 'visit',
    facet: 'visit',
    kind: 'choice',
    label: '寒さへの備え（見本）',
    hint: '部屋に入ったときや、話に出たときに選びます。',
    options: ['暖房を使っている', '厚着をしている', '寒そうだった'],
    starts_on: '2025-12-01',
    by: 'shiraishi',
  },
  rubbish: {
    record: 'household',
    facet: 'household',
    kind: 'choice',
    label: 'ごみ出しの手伝い（見本）',
    options: ['いらない', 'ときどき', '毎回'],
    starts_on: '2025-04-01',
    by: 'shiraishi',
  },
  begun: {
    record: 'household',
    facet: 'watching',
    kind: 'choice',
    label: '見守りのきっかけ（見本）',
    hint: 'まとめ役と地区担当だけが見ます。',
    options: ['本人から', '家族から', '近所から', '民生委員から'],
    starts_on: '2025-04-01',
    by: 'shiraishi',
  },
  came: {
    record: 'tally_sheet',
    facet: 'tally',
    kind: 'number',
    label: '会の集まりに来た人（見本）',
    unit: '人',
    starts_on: '2025-12-01',
    by: 'tsutsumi',
  },
  partners: {
    record: 'project_answer',
    facet: 'project',
    kind: 'choices',
    label: 'いっしょに取り組んだところ（見本）',
    hint: '令和7年度の照会でたずねます。',
    options: ['町内会', '学校', '店・会社', '病院・薬局', 'NPO・ボランティア'],
    starts_on: '2026-01-05',
    by: 'tsutsumi',
  },
} as const satisfies Record<string, SampleItem>;

export type SampleItemKey = keyof typeof items;

/** How the other rooms' fixtures answer: by the item's key, and the place of the option or options, or a number. */
export type OwnAnswers = (key: SampleItemKey, ...said: readonly number[]) => NonNullable<TypedAnswers>;

/** The town's own items, and how to answer them. */
export async function plantItems({ call, id }: Planting): Promise<OwnAnswers> {
  const offered = new Map<string, readonly string[]>();
  for (const [key, { by, ...item }] of Object.entries<SampleItem>(items)) {
    const of = id(`item:${key}`);
    const { options = [], ...asked } = item;
    const at = `${item.starts_on}T09:00:00+09:00`;
    await call(by, at, addItem, { ...asked, id: of, options: [...options] });
    if (options.length === 0) continue;
    const read = await call(by, at, readItem, { id: of });
    offered.set(
      key,
      read.options.map((option) => option.id),
    );
  }
  return (key, ...said) => {
    const options = offered.get(key);
    const [first = 0] = said;
    if (!options) return { [id(`item:${key}`)]: first };
    const chosen = said.map((place) => options[place] ?? '');
    return { [id(`item:${key}`)]: items[key].kind === 'choices' ? chosen : (chosen[0] ?? null) };
  };
}

/** What is asked for a time only: the heat until the end of September, the partners in one year's inquiry. */
export async function plantItemEndings({ call, id }: Planting): Promise<void> {
  await call('shiraishi', '2025-09-22T09:00:00+09:00', endItem, {
    id: id('item:heat'),
    ends_on: '2025-09-30',
    reason: '夏の間だけたずねるため（見本）',
  });
  await call('tsutsumi', '2026-01-13T11:00:00+09:00', endItem, {
    id: id('item:partners'),
    ends_on: '2026-03-31',
    reason: '令和7年度の照会だけでたずねるため（見本）',
  });
}
