import type { Planting } from '../planting.ts';
import { sendLetter } from './api.ts';
import { setPublicForm } from './form-api.ts';

const windows = ['社協', '生活自立支援センター', '地域包括支援センター'];

/** The public form goes to three windows; two letters wait, one of them of ミンさん. */
export async function plantLetters({ call, id }: Planting): Promise<void> {
  await call('shiraishi', '2025-04-01T09:00:00+09:00', setPublicForm, {
    id: id('letter-setting'),
    windows: windows.map((name) => id(`body:${name}`)),
    default_id: id('body:社協'),
    wishes_id: id('body:社協'),
  });
  await call('letterbox', '2026-01-30T20:40:00+09:00', sendLetter, {
    id: id('letter:cooking'),
    language: 'vi',
    about: 'self',
    wish: 'Tôi muốn nấu ăn cùng mọi người vào chủ nhật.（日曜日に、みんなで料理をしたいです）',
    name: 'ミン（見本）',
    email: 'min@example.jp',
    heard_of: '工場の掲示板',
  });
  await call('letterbox', '2026-01-31T07:15:00+09:00', sendLetter, {
    id: id('letter:mother'),
    window_id: id('body:生活自立支援センター'),
    language: 'ja',
    about: 'family',
    trouble: '母の物忘れが増えました。働いているので、昼のあいだが心配です。',
    worries: ['12'],
    phone: '090-0000-0111',
    reaching: '夜7時のあと',
  });
}
