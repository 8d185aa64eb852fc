import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { openChannels } from '#domains/notices/channels.ts';
import { sendNotices } from '#domains/notices/jobs.ts';
import { noticePageWords } from '#domains/notices/public-words.ts';
import { languages } from '#ui/public/languages.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown } from './browser.ts';
import { follow } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);

/** A mail server of one's own, and the last letter it took. */
let letter = '';
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      letter = Buffer.concat(parts).toString('utf8');
      done();
    });
  },
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const { port } = server.server.address() as AddressInfo;
openChannels({
  mail: { server: `smtp://127.0.0.1:${port}`, from: 'お知らせ <oshirase@example.jp>' },
  line: null,
});
afterAll(() => {
  openChannels({ mail: null, line: null });
  server.close();
});

/** The address of one's own page, as the letter says it; a long line of a letter is broken after `=`. */
function ownPage(): string {
  const [head = '', ...body] = letter.split('\r\n\r\n');
  const words = /base64/.test(head)
    ? Buffer.from(body.join('').replaceAll('\r\n', ''), 'base64').toString('utf8')
    : body.join('\n').replaceAll('=\r\n', '');
  return /\/notices\/subscription\/[\w-]+/.exec(words)?.[0] ?? '';
}

test.each(languages)(
  'notices by e-mail are asked for, confirmed and ended by keyboard, in %s',
  {
    timeout: 240_000,
  },
  async (language) => {
    // What furigana stands over is the word itself.
    const plain = (key: keyof typeof noticePageWords.ja) =>
      noticePageWords[language][key].replaceAll(/\{([^|{}]+)\|[^{}]+\}/g, '$1');
    const width = language === 'ja' ? 1280 : 390;
    const minh = await openBrowser(base, { width, height: 844 });
    const look = async (name: string) => {
      await minh.expectAccessible(`subscription-${name}-${language}`);
      expect(await minh.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    };
    const press = async () => {
      await minh.page.locator('form button[type="submit"]:not([name])').last().focus();
      await minh.press('Enter');
      await minh.settle();
    };
    await minh.open(`/notices/subscribe?lang=${language}`);
    await look('ask');
    await minh.page.locator('#address').fill('minh@');
    await press();
    await minh.page.locator('.error, .wrong').first().waitFor();
    await look('wrong');
    await minh.page.locator('#address').fill(`${language}@example.jp`);
    town.clock.now = new Date(town.clock.now.getTime() + 30_000);
    await press();
    await minh.page.locator('.done').waitFor();
    await look('asked');
    await sendNotices(town.database);
    await minh.open(ownPage());
    await look('confirm');
    if (language === 'en') await follow(minh, plain('confirm'));
    else await minh.page.locator('form[action$="/confirm"] button').press('Enter');
    await minh.page.locator('.done').waitFor();
    await look('confirmed');
    expect(await town.look('select 1 from notice_subscriptions where confirmed_at is not null')).toHaveLength(
      1,
    );
    await minh.page.locator('form[action$="/end"] button').press('Enter');
    await minh.page.waitForURL(/\/end$/);
    await look('ended');
    expect(await town.look('select 1 from notice_subscriptions')).toEqual([]);
  },
);
