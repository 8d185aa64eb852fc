import { expect, test } from 'vitest';
import { CallRefused } from './call.ts';
import { readListed } from './page.ts';

const understands = async (asked: Record<string, string>) => {
  const fields = Object.fromEntries(
    Object.keys(asked)
      .filter((name) => asked[name] === 'nonsense')
      .map((name) => [`${name}.0`, '読み取れません。']),
  );
  if (Object.keys(fields).length > 0) throw new CallRefused({ code: 'invalid', message: '', fields });
  return { rows: Object.keys(asked) };
};

test('a list is given without what nobody understands in its address, and that is said', async () => {
  expect(await readListed({ text: '古賀' }, understands)).toEqual({
    list: { rows: ['text'] },
    asked: { text: '古賀' },
    misread: false,
  });
  expect(await readListed({ text: '古賀', district: 'nonsense' }, understands)).toEqual({
    list: { rows: ['text'] },
    asked: { text: '古賀' },
    misread: true,
  });
});

test('a refusal that no condition of the address brought about stands', async () => {
  const refusing = (code: 'not_allowed' | 'invalid') => () =>
    Promise.reject(new CallRefused({ code, message: code, fields: { input: '…' } }));
  await expect(readListed({ text: '古賀' }, refusing('not_allowed'))).rejects.toThrow('not_allowed');
  await expect(readListed({ text: '古賀' }, refusing('invalid'))).rejects.toThrow('invalid');
});
