/**
 * Common passwords of ten signs and more (ASVS 5.0, 6.2.4), in lower case. A list of our own: words that people take, each with
 * the endings that people add to reach a length, keyboards walked along, and those that are known far and wide. No list of
 * leaked passwords went into it.
 */
const words = `
password passw0rd passwort contrasena motdepasse secret topsecret letmein openup welcome hello login signin access
admin administrator superuser sysadmin manager master boss root guest user public private default changeme changeit
temp temporary test testing demo sample example backup server network computer internet windows microsoft google
android iphone samsung nintendo playstation minecraft fortnite pokemon pikachu zelda mario sonic naruto dragonball
onepiece gundam totoro doraemon evangelion sailormoon starwars skywalker harrypotter hogwarts gandalf frodo matrix
superman batman spiderman ironman captain avengers wonder marvel joker hunter killer ninja samurai shogun warrior
dragon tiger eagle falcon phoenix panther lion monkey bunny kitten puppy panda penguin dolphin butterfly unicorn
princess prince queen king angel devil heaven lucky happy smile sunshine rainbow flower summer winter spring autumn
january february march april august september october november december monday friday sunday weekend holiday birthday
iloveyou loveyou lovely forever always family mother father sister brother baby sweetheart darling honey sugar
chocolate cookie cheese banana orange apple strawberry cherry pepper ginger coffee pizza noodle ramen sushi
football baseball soccer basketball volleyball hockey tennis golf swimming running judo karate kendo liverpool
chelsea arsenal barcelona juventus madrid yankees lakers giants tigers dragons carp hawks softbank lions eagles
tokyo osaka kyoto nagoya sapporo fukuoka hakata kurume kumamoto nagasaki hiroshima sendai okinawa yokohama kobe
japan nippon nihon fuji fujisan sakura kirin hana yuki sora umi yama kawa tsuki hikari kaze mizuki haruka ayumi
takashi hiroshi kenji satoshi yusuke daisuke shota takumi kenta ryota naoki tanaka suzuki sato takahashi watanabe
ito yamamoto nakamura kobayashi kato yoshida yamada sasaki matsumoto inoue kimura hayashi shimizu
arigatou arigato konnichiwa ohayou ganbare daisuki aishiteru tomodachi kazoku watashi himitsu angou pasuwado
shiyakusho kuyakusho fukushi shakyo kenko hokensho kaigo minsei chiiki volunteer borantia
toyota honda nissan mazda subaru suzuki yamaha kawasaki sony panasonic hitachi toshiba fujitsu mercedes ferrari porsche
michael jordan jennifer jessica ashley daniel thomas robert william charlie george andrew matthew joshua anthony
nicole amanda michelle maria sophie victoria elizabeth alexander christopher jonathan benjamin
freedom liberty america canada england london paris berlin vietnam hanoi manila beijing shanghai
whatever nothing something everything trustno qwerty asdf zxcv qazwsx abc abcd abcdef aaa zzz xxx
heisei showa reiwa taisho meiji hogehoge fugafuga piyopiyo foobar
`
  .split(/\s+/)
  .filter(Boolean);

const endings = [
  '',
  ...['1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '1234567890'],
  ...[
    '0',
    '00',
    '000',
    '0000',
    '01',
    '007',
    '0123',
    '11',
    '111',
    '1111',
    '99',
    '999',
    '9999',
    '777',
    '69',
    '21',
    '22',
  ],
  ...[
    '1!',
    '12!',
    '123!',
    '1234!',
    '!',
    '!!',
    '@1',
    '@12',
    '@123',
    '@1234',
    '#1',
    '#123',
    '_1',
    '_123',
    '-1',
    '-123',
    '.123',
  ],
  ...[
    '321',
    '4321',
    '54321',
    '654321',
    'abc',
    'abc123',
    'qwe',
    'qwerty',
    'aaa',
    'xyz',
    'love',
    'pass',
    'password',
  ],
  ...Array.from({ length: 47 }, (_, i) => String(1980 + i)),
  ...Array.from({ length: 9 }, (_, i) => `@${2018 + i}`),
];

/** Rows and columns of a keyboard, both ways; whoever walks along one stops somewhere. */
const walks = [
  ...[
    '1234567890',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    'abcdefghijklmnopqrstuvwxyz',
    '12345678901234567890',
  ],
  ...['1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', 'qazwsxedcrfvtgbyhnujmikolp', 'zaq1xsw2cde3vfr4bgt5nhy6mju7'],
  ...[
    'q1w2e3r4t5y6u7i8o9p0',
    '1q2w3e4r5t6y7u8i9o0p',
    'a1s2d3f4g5h6j7k8l9',
    'z1x2c3v4b5n6m7',
    '1a2b3c4d5e6f7g8h9i',
  ],
  ...[
    'qwertyasdfghzxcvbn',
    'qweasdzxc123',
    '123qweasdzxc',
    'asdfqwerzxcv',
    'qwer1234asdf',
    'a1b2c3d4e5f6g7',
    'qwerty123456',
  ],
];

/** Where a walk is long enough, each part of ten signs and more is one. */
function partsOf(walk: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < walk.length; from++)
    for (let to = from + 10; to <= walk.length; to++) parts.push(walk.slice(from, to));
  return parts;
}

function makeList(): ReadonlySet<string> {
  const built = words.flatMap((word) => endings.map((ending) => word + ending));
  const before = words.flatMap((word) =>
    ['1', '12', '123', '1234', '123456', 'my', 'the', 'i'].map((one) => one + word),
  );
  const twice = words.flatMap((word) => [
    word + word,
    `${word}_${word}`,
    `${word}${[...word].reverse().join('')}`,
  ]);
  const walked = [...walks, ...walks.map((walk) => [...walk].reverse().join(''))].flatMap(partsOf);
  const all = [...built, ...before, ...twice, ...walked, ...walked.flatMap((one) => [`${one}1`, `${one}!`])];
  return new Set(all.filter((one) => one.length >= 10));
}

let made: ReadonlySet<string> | undefined;

/** The list, made when the first password is set. */
export function commonPasswords(): ReadonlySet<string> {
  made ??= makeList();
  return made;
}

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
  '+': 't',
};

/** Signs that stand for a letter within a word (p@ssw0rd) as that letter; figures at the end stay. @param read in lower case */
export function undisguise(read: string): string {
  const [, stem = '', tail = ''] = /^(.*?)([\d\p{P}\p{S}]*)$/u.exec(read) ?? [];
  const plain = [...stem]
    .map((sign) => disguises[sign] ?? (sign === '1' || sign === '!' ? 'i' : sign))
    .join('');
  return plain + tail;
}
