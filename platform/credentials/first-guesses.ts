import { commonPasswords, undisguise } from './well-known-passwords.ts';

/**
 * Words that passwords of ten signs and more are most often made of: repeated, joined with figures or with one another.
 * A list of our own, not one of leaked passwords; it catches the first guesses, the lock-out stops the rest.
 */
const words = [
  ...[
    'password',
    'passw0rd',
    'p@ssword',
    'p@ssw0rd',
    'passwd',
    'pass',
    'secret',
    'letmein',
    'welcome',
    'login',
  ],
  ...[
    'admin',
    'administrator',
    'root',
    'user',
    'guest',
    'test',
    'temp',
    'sample',
    'default',
    'changeme',
    'system',
  ],
  ...[
    'iloveyou',
    'dragon',
    'monkey',
    'master',
    'princess',
    'sunshine',
    'football',
    'baseball',
    'superman',
    'qwer',
  ],
  ...[
    'sakura',
    'arigatou',
    'konnichiwa',
    'nippon',
    'nihon',
    'japan',
    'tokyo',
    'fukuoka',
    'kurume',
    'doraemon',
  ],
  ...[
    'pokemon',
    'pikachu',
    'shiyakusho',
    'shakyo',
    'fukushi',
    'heisei',
    'showa',
    'reiwa',
    'spring',
    'summer',
  ],
  ...['autumn', 'winter', 'january', 'april', 'abc', 'xyz', 'hello', 'hogehoge', 'hoge', 'fuga'],
];

/** Rows of a keyboard, the alphabet and the figures, both ways. */
const runs = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
];
const rows = runs.flatMap((run) => [run, [...run].reverse().join('')]);

/** Whether it stands on the list of common passwords, or nothing but common words, runs of a keyboard and figures is left of it. @param read in lower case, NFKC */
export function isCommonPassword(read: string): boolean {
  if (commonPasswords().has(read) || commonPasswords().has(undisguise(read))) return true;
  let rest = read;
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, ' ');
  const left = rest
    .split(' ')
    .filter((part) => !isRun(part))
    .flatMap((part) => part.split(/[\s\d\p{P}\p{S}]+/u))
    .filter((part) => !isRun(part));
  return left.length === 0;
}

function isRun(part: string): boolean {
  return rows.some((row) => row.includes(part));
}
