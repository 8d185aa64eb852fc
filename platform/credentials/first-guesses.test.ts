import { expect, test } from 'vitest';
import { isCommonPassword } from './first-guesses.ts';
import { commonPasswords } from './well-known-passwords.ts';

test.each([
  'password123',
  'qwertyuiop',
  '1234567890',
  'admin2026!!',
  'sakurasakura',
  'p@ssw0rd-2026',
  '1qaz2wsx3edc',
  'zyxwvutsrq',
  'basketball',
  'harrypotter',
  'h@rryp0tter1',
  '1q2w3e4r5t',
  'tanaka1985',
  'tomodachi123',
  'q1w2e3r4t5y6!',
])('%s is taken for a common password', (password) => expect(isCommonPassword(password)).toBe(true));

test.each([
  'kanaeau-mihon',
  'かき みかん くり なし',
  'correct horse battery staple',
  'tulip-harbor-92',
  'password kakinoki',
])('%s is not', (password) => expect(isCommonPassword(password)).toBe(false));

test('far more than 3,000 passwords of ten signs and more are on the list', () => {
  const list = [...commonPasswords()];
  expect(list.length).toBeGreaterThan(30_000);
  expect(list.filter((one) => one.length < 10 || one !== one.normalize('NFKC').toLowerCase())).toEqual([]);
});
