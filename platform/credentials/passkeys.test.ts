import { expect, test } from 'vitest';
import { openVirtualAuthenticator } from '../../test/virtual-authenticator.ts';
import {
  checkAuthentication,
  checkRegistration,
  offerAuthentication,
  offerRegistration,
} from './passkeys.ts';
import { openSite } from './site.ts';

const origin = 'https://kanaeau.example.jp';
openSite({ sealingKey: Buffer.alloc(32), origin, name: 'Kanaeau' });
const user = { id: '018e9550-0000-7000-8000-000000000003', name: 'koga', displayName: '古賀' };

test('a passkey is registered with the challenge it was asked for, and then signs others', async () => {
  const authenticator = openVirtualAuthenticator(origin);
  const options = await offerRegistration(user, []);
  expect(options.rp).toEqual({ name: 'Kanaeau', id: 'kanaeau.example.jp' });
  const kept = await checkRegistration(authenticator.register(options), options.challenge);
  expect(kept?.credentialId).toBe(authenticator.id);
  if (!kept) throw new Error('not registered');
  const asked = await offerAuthentication([kept]);
  expect(asked.allowCredentials?.map((c) => c.id)).toEqual([authenticator.id]);
  const counter = await checkAuthentication(authenticator.authenticate(asked), asked.challenge, kept);
  expect(counter).toBe(2);
});

test('another challenge, another site, another key and an older count are refused', async () => {
  const authenticator = openVirtualAuthenticator(origin);
  const options = await offerRegistration(user, []);
  const answer = authenticator.register(options);
  expect(await checkRegistration(answer, 'another')).toBeNull();
  const elsewhere = openVirtualAuthenticator('https://kanaeau.example.com').register(options);
  expect(await checkRegistration(elsewhere, options.challenge)).toBeNull();
  const kept = await checkRegistration(answer, options.challenge);
  if (!kept) throw new Error('not registered');
  const { challenge } = await offerAuthentication([]);
  const signed = authenticator.authenticate({ challenge });
  expect(await checkAuthentication(signed, 'another', kept)).toBeNull();
  const forged = { ...openVirtualAuthenticator(origin).authenticate({ challenge }), id: kept.credentialId };
  expect(await checkAuthentication(forged, challenge, kept)).toBeNull();
  expect(await checkAuthentication(signed, challenge, { ...kept, counter: 9 })).toBeNull();
});

test('a passkey that is known already is named, so that the browser makes no second one', async () => {
  const { excludeCredentials } = await offerRegistration(user, [
    { credentialId: 'AAAA', transports: ['internal'] },
  ]);
  expect(excludeCredentials).toEqual([{ id: 'AAAA', type: 'public-key', transports: ['internal'] }]);
});
