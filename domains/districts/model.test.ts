import { expect, test } from 'vitest';
import { isTownCode } from './model.ts';

test.each(['402036', '011002', '131016', '473821'])('%s is a code of a local government', (code) => {
  expect(isTownCode(code)).toBe(true);
});

test.each(['402035', '40203', '4020366', '久留米市', ''])('%s is none', (code) => {
  expect(isTownCode(code)).toBe(false);
});
