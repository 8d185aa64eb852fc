import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  publishNotice,
  readNotice,
  readNoticeWords,
  sendNoticeAgain,
  takeReturnedMail,
  writeNotice,
} from './api.ts';
import { openChannels, readChannels } from './channels.ts';
import { sendNotices } from './jobs.ts';
import { deliveryOfReturn, returnPathOf } from './return-path.ts';
import { readReturned } from './returned.ts';
import { hashOfToken } from './token.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

/** A mail server of one's own: what it takes, with the envelope, and what it answers to an address. */
const letters: { from: string; to: string }[] = [];
const answers = new Map<string, string>();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo({ address }, _session, done) {
    const answer = answers.get(address);
    const responseCode = Number(answer?.slice(0, 3));
    done(answer ? Object.assign(new Error(answer.slice(4)), { responseCode }) : null);
  },
  onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
    stream.resume();
    stream.on('end', () => {
      letters.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo[0]?.address ?? '' });
      done();
    });
  },
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const mail = {
  server: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
  from: 'お知らせ <oshirase@example.jp>',
  returnTo: 'modori@example.jp',
  refusals: 3,
};
openChannels({ mail, line: null });
// What the sample town has published already goes out while nobody hears of it.
await sendNotices(town.database);
afterAll(() => {
  openChannels({ mail: null, line: null });
  server.close();
});
afterEach(async () => {
  letters.length = 0;
  answers.clear();
  await town.look('delete from notice_subscriptions');
});

/** Somebody who has said yes. */
async function subscribe(address: string): Promise<void> {
  await town.look(
    `insert into notice_subscriptions (id, address, language, district_ids, themes, token_hash, asked_at, confirmed_at, holder_id)
      select $1, $2, 'ja', '{}', '{}', $3, now(), now(), id from bodies where kind = 'council' limit 1`,
    [mintId(), address, hashOfToken(mintId())],
  );
}
async function publish(): Promise<string> {
  const id = mintId();
  const said = { title: '料理の集まり', words: 'みんなで料理をします。' };
  await ogata.call(writeNotice, { id, ...said, themes: ['gathering'], shown_from: '2026-02-01' });
  await ogata.call(publishNotice, { id: mintId(), notice_id: id });
  await sendNotices(town.database);
  town.clock.now = new Date(town.clock.now.getTime() + 60_000);
  return id;
}
const addresses = async () =>
  (await town.look<{ address: string }>('select address from notice_subscriptions order by address')).map(
    ({ address }) => address,
  );
const statesOf = async (id: string) =>
  (await ogata.call(readNotice, { id })).deliveries.map(({ state, answer, messages }) => [
    state,
    answer,
    messages,
  ]);
const givenUp = async () => (await ogata.call(readNoticeWords, {})).given_up;

/** A notification as Postfix writes it. */
function report(to: string, status: string, action = 'failed'): string {
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4F1B2C.1770000000/mx.example.net"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--4F1B2C.1770000000/mx.example.net',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Action: failed, says this sentence, which is no field.',
    '',
    '--4F1B2C.1770000000/mx.example.net',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    'X-Postfix-Queue-ID: 4F1B2C',
    '',
    'Final-Recipient: rfc822; somebody@example.net',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <somebody@example.net>:',
    '    Recipient address rejected: User unknown',
    '',
    '--4F1B2C.1770000000/mx.example.net',
    'Content-Type: message/rfc822',
    '',
    'To: somebody@example.net',
    'Subject: =?utf-8?b?5paZ55CG?=',
    '',
    '--4F1B2C.1770000000/mx.example.net--',
    '',
  ].join('\r\n');
}
const handIn = (letter: string) =>
  town
    .as('shiraishi')
    .call(takeReturnedMail, { file: { name: 'letter', base64: Buffer.from(letter).toString('base64') } });

describe('a letter that is refused while it is handed over', () => {
  test('three times in a row because of its address ends the subscription; staff reads how many, never whom', async () => {
    await subscribe('gone@example.jp');
    await subscribe('there@example.jp');
    answers.set('gone@example.jp', '550 5.1.1 no such user');
    const before = await givenUp();
    await publish();
    await publish();
    expect(await addresses()).toEqual(['gone@example.jp', 'there@example.jp']);
    const id = await publish();
    expect(await addresses()).toEqual(['there@example.jp']);
    expect(await givenUp()).toBe(before + 1);
    expect(await statesOf(id)).toEqual([
      ['failed', '550', 1],
      ['sent', null, 1],
    ]);
    expect(JSON.stringify(await ogata.call(readNotice, { id }))).not.toContain('gone@');
    // There is nobody any more to whom it could be sent again.
    await ogata.call(sendNoticeAgain, { id });
    await publish();
    expect(letters.filter(({ to }) => to === 'gone@example.jp')).toEqual([]);
  });

  test('counts anew once one has arrived', async () => {
    await subscribe('moving@example.jp');
    for (const answer of ['550 5.1.1 no', '550 5.1.1 no', '', '550 5.1.1 no', '550 5.1.1 no']) {
      if (answer) answers.set('moving@example.jp', answer);
      else answers.clear();
      await publish();
    }
    expect(await addresses()).toEqual(['moving@example.jp']);
  });

  test('for now, or for what the letter or this house is, ends nothing', async () => {
    await subscribe('busy@example.jp');
    await subscribe('strict@example.jp');
    answers
      .set('busy@example.jp', '451 4.3.2 later')
      .set('strict@example.jp', '550 5.7.1 we take none from you');
    for (let i = 0; i < 4; i++) await publish();
    expect(await addresses()).toEqual(['busy@example.jp', 'strict@example.jp']);
    answers.delete('busy@example.jp');
    town.clock.now = new Date(town.clock.now.getTime() + 3_600_000);
    await sendNotices(town.database);
    expect(letters.filter(({ to }) => to === 'busy@example.jp')).toHaveLength(4);
  });
});

describe('a letter that comes back', () => {
  test('says by the address it came back to which one it was, and counts once', async () => {
    await subscribe('later@example.jp');
    const id = await publish();
    expect(letters).toMatchObject([{ to: 'later@example.jp' }]);
    const from = letters[0]?.from ?? '';
    expect(from).toMatch(/^modori\+[0-9a-f]{44}@example\.jp$/);
    expect(from.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(await handIn(report(from, '4.4.1', 'delayed'))).toEqual({ outcome: 'delayed' });
    expect(await statesOf(id)).toEqual([['sent', null, 1]]);
    expect(await handIn(report(from, '5.1.1'))).toEqual({ outcome: 'failed' });
    expect(await handIn(report(from, '5.1.1'))).toEqual({ outcome: 'unknown' });
    expect(await statesOf(id)).toEqual([['failed', '5.1.1', 1]]);
    expect(await addresses()).toEqual(['later@example.jp']);
    for (let i = 0; i < 2; i++) {
      letters.length = 0;
      await publish();
      await handIn(report(letters[0]?.from ?? '', '5.1.1'));
    }
    expect(await addresses()).toEqual([]);
  });

  test('of no letter of ours, or with a proof somebody made up, changes nothing', async () => {
    await subscribe('safe@example.jp');
    const id = await publish();
    const from = letters[0]?.from ?? '';
    const forged = from.replace(/.{12}@/, '0123456789ab@');
    for (const to of ['modori@example.jp', forged, returnPathOf('modori@example.jp', mintId())])
      expect(await handIn(report(to, '5.1.1'))).toEqual({ outcome: 'unknown' });
    expect(await statesOf(id)).toEqual([['sent', null, 1]]);
  });

  test('that is none is refused with a sentence', async () => {
    await expectRefusal(
      handIn('From: tanaka@example.jp\r\nTo: modori@example.jp\r\n\r\nお休みです。'),
      'invalid',
    );
    await expectRefusal(handIn(''), 'invalid');
    expect(
      readReturned('Content-Type: multipart/report; boundary=x\n\n--x\n\nAction: failed\n--x--'),
    ).toBeNull();
  });
});

test('a return address is of one delivery, and its settings are read with a sentence', () => {
  const id = mintId();
  expect(deliveryOfReturn(`<${returnPathOf('modori@example.jp', id).toUpperCase()}>, other@example.jp`)).toBe(
    id,
  );
  const env = { KANAEAU_SMTP_URL: 'smtp://localhost', KANAEAU_MAIL_FROM: 'a@example.jp' };
  expect(readChannels(env).mail).toMatchObject({ refusals: 3 });
  for (const wrong of [
    { KANAEAU_MAIL_RETURN: 'modori' },
    { KANAEAU_MAIL_RETURN: 'a-much-longer-address-than-fits@example.jp' },
    { KANAEAU_MAIL_REFUSALS: '0' },
    { KANAEAU_MAIL_REFUSALS: 'x' },
  ])
    expect(() => readChannels({ ...env, ...wrong })).toThrow('KANAEAU_MAIL_');
});
