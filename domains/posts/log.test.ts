import { expect, test } from 'vitest';
import { exportTaken, listTaken, takenWords } from '#domains/consent/taken-api.ts';
import { operations } from '#domains/index.ts';
import { exportHouseholds } from '#domains/parties/api.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';

const town = await openTown('cast');
const administrator = town.as('shiraishi');
const auditor = town.as('shiraishi-audit');

async function signIn(sign_in_name: string, password = samplePassword) {
  town.clock.now = new Date(town.clock.now.getTime() + 1000);
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name, password });
  return browser;
}

test('an administrator sees who is signed in, since when and as what, and ends one of two sessions', async () => {
  const one = await signIn('koga');
  await one.call(api.switchPost, { post: town.id('post:koga') });
  const other = await signIn('koga');
  const { sessions } = await administrator.call(api.listOpenSessions, { account: town.id('account:koga') });
  expect(sessions).toHaveLength(2);
  expect(sessions[0]).toMatchObject({
    account: { sign_in_name: 'koga', name: '古賀（見本）' },
    role: 'visitor',
    district: '鳥飼',
    way: 'password',
    second_factor: false,
  });
  await administrator.call(api.endSessionOf, { id: sessions[1]?.id ?? '' });
  await expectRefusal(one.call(api.listSessions, {}), 'not_signed_in');
  expect((await other.call(api.listSessions, {})).sessions).toHaveLength(1);
  await expectRefusal(administrator.call(api.endSessionOf, { id: sessions[1]?.id ?? '' }), 'not_found');
});

test('all sessions of an account end in one act, its keys only where that is asked for', async () => {
  const browser = await signIn('sakai');
  const { secret_token } = await browser.call(api.createToken, {
    id: '018e9550-0000-7000-8000-0000000000f1',
    name: '見本',
    days: 30,
  });
  const program = town.bearing(secret_token ?? '');
  const id = town.id('account:sakai');
  expect(await administrator.call(api.endSessionsOf, { id })).toEqual({ id, ended: 1 });
  await expectRefusal(browser.call(api.listSessions, {}), 'not_signed_in');
  expect((await program.call(api.readMe, {})).account?.id).toBe(id);
  await administrator.call(api.endSessionsOf, { id, and_keys: true });
  expect((await program.call(api.readMe, {})).account).toBeNull();
});

test('nobody but an administrator ends somebody else’s session, also by its number', async () => {
  const browser = await signIn('koga');
  const [mine] = (await browser.call(api.listSessions, {})).sessions;
  const stranger = await signIn('furukawa');
  await expectRefusal(stranger.call(api.endSession, { id: mine?.id ?? '' }), 'not_found');
  await expectRefusal(stranger.call(api.endSessionOf, { id: mine?.id ?? '' }), 'not_allowed');
  await expectRefusal(auditor.call(api.listOpenSessions, {}), 'not_allowed');
  expect((await browser.call(api.readMe, {})).account?.sign_in_name).toBe('koga');
});

test('the log has successes and failures of known accounts, and of a name that is nobody’s only that it was tried', async () => {
  town.clock.now = new Date(town.clock.now.getTime() + 86_400_000);
  const from = '2026-02-03';
  await signIn('tanaka');
  await expectRefusal(signIn('tanaka', 'not the password'), 'invalid');
  await expectRefusal(signIn('nobody-has-this', 'not the password'), 'invalid');
  const { sign_ins } = await administrator.call(api.listSignIns, { from });
  expect(sign_ins.map(({ name, way, outcome }) => [name, way, outcome])).toEqual([
    [null, 'password', 'wrong'],
    ['田中（見本）', 'password', 'wrong'],
    ['田中（見本）', 'password', 'opened'],
  ]);
  const kept = await town.look<{ text: string }>('select to_jsonb(s)::text as text from sign_ins s');
  expect(kept.filter(({ text }) => text.includes('nobody-has-this'))).toEqual([]);
  expect(kept.length).toBeGreaterThan(2);
});

test('a name that is locked out stands in the log as locked', async () => {
  for (let i = 0; i < 5; i++) await expectRefusal(signIn('ogata', 'not the password'), 'invalid');
  await expectRefusal(signIn('ogata'), 'locked_out');
  const { sign_ins } = await administrator.call(api.listSignIns, { account: town.id('account:ogata') });
  expect(sign_ins.map(({ outcome }) => outcome)).toEqual(['locked', ...Array(5).fill('wrong')]);
});

test('an auditor reads the log by numbers, an administrator by names, page by page and as a file', async () => {
  const seen = await auditor.call(api.listSignIns, { account: town.id('account:ogata'), limit: 2 });
  expect(seen.sign_ins.map(({ name, account_id }) => [name, account_id])).toEqual(
    Array(2).fill([null, town.id('account:ogata')]),
  );
  const rest = await auditor.call(api.listSignIns, {
    account: town.id('account:ogata'),
    after: seen.next ?? '',
  });
  expect(rest.sign_ins).toHaveLength(4);
  expect(rest.next).toBeNull();
  const file = new TextDecoder().decode(
    (await administrator.call(api.exportSignIns, { outcome: 'locked' })) as never,
  );
  expect(file.split('\r\n')[1]).toContain('緒方');
  expect(file).toContain('続けて失敗し、止めた');
  await expectRefusal(town.as('koga').call(api.listSignIns, {}), 'not_allowed');
});

test('the log of what was taken along says who took which list, when, and of how many households', async () => {
  await sealAudit(town.database);
  await town.as('furukawa').call(exportHouseholds, {});
  await sealAudit(town.database);
  const { taken } = await auditor.call(listTaken, {});
  const [first] = taken;
  expect(first).toMatchObject({
    operation: 'exportHouseholds',
    role: 'gatherer',
    outcome: 'done',
    name: null,
  });
  expect(first?.records).toBeGreaterThan(5);
  const named = await administrator.call(listTaken, { word: 'households.exported' });
  expect(named.taken[0]?.name).toContain('古川');
  await auditor.call(exportTaken, {});
  await sealAudit(town.database);
  expect((await auditor.call(listTaken, {})).taken[0]?.operation).toBe('exportTaken');
});

test('every operation that hands over a file has a word that the log of taken files knows', () => {
  // What leaves no word hands over an empty form, with nothing about anybody.
  const files = operations.filter(({ declared }) => declared.file && declared.audit !== null);
  expect(
    files.filter(({ declared }) => !takenWords.test(declared.audit ?? '')).map(({ name }) => name),
  ).toEqual([]);
  expect(files.length).toBeGreaterThan(8);
});
