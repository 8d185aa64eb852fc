import { expect, test } from 'vitest';
import { isCommonPassword } from './first-guesses.ts';

test.each([
  'password123',
  'qwertyuiop',
  '1234567890',
  'admin2026!!',
  'sakurasakura',
  'p@ssw0rd-2026',
  '1qaz2wsx3edc',
  'zyxwvutsrq',
])('%s is taken for a common password', (password) => expect(isCommonPassword(password)).toBe(true));

test.each([
  'kanaeau-mihon',
  'かき みかん くり なし',
  'correct horse battery staple',
  'tulip-harbor-92',
  'password kakinoki',
])('%s is not', (password) => expect(isCommonPassword(password)).toBe(false));
