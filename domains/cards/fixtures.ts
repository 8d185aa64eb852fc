import type { Planting } from '../planting.ts';
import { makeWishCard, sendWishNote } from './api.ts';

/** A card hangs in a community hall, and somebody has written without one. */
export async function plantCards({ call, id }: Planting): Promise<void> {
  await call('ogata-coordinator', '2026-01-15T10:00:00+09:00', makeWishCard, {
    id: id('card:hall'),
    district_id: id('district:鳥飼'),
    place: '公民館の掲示板（見本）',
    days: 90,
  });
  await call('letterbox', '2026-01-31T21:10:00+09:00', sendWishNote, {
    id: id('note:shogi'),
    language: 'ja',
    sort: 'resident',
    name: '見本 しょうぎ',
    reaching: '妹を通して',
    district_id: id('district:鳥飼'),
    sides: [
      {
        side: 'wish',
        words: 'むかしのように将棋をさしたい。はじめは見ているだけでも',
        step: 'look',
        limits: ['no_stairs'],
      },
      { side: 'offer', words: '包丁をとげる', times: 5 },
    ],
  });
}
