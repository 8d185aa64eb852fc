import { expect, test } from 'vitest';
import { endPost } from '#domains/posts/api.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { openTown } from '#test/town.ts';
import { idOfBasis } from './bases.ts';
import { addLawfulBasis, endLawfulBasis } from './basis-api.ts';
import { recordConsent, withdrawConsent } from './consent-api.ts';
import { listEmergencyViews, openEmergencyView } from './emergency-api.ts';
import { listProvisionLedger, printProvisionLedger, summarizeProvisions } from './ledger-api.ts';
import { provideOfPerson } from './person-api.ts';
import { openProtectedAddress, protectAddress, readProtection } from './protection-api.ts';

const town = await openTown('cast');
const [nakajima, nakano] = [town.as('nakajima'), town.as('nakano')];
const give = async (person_id: string, more: object) => {
  const id = mintId();
  await nakajima.call(provideOfPerson, {
    ...{ id, person_id, receiver_id: town.id('body:社協'), facets: ['identity'], why: '見本のため' },
    ...{
      basis_id: idOfBasis('window-council-danger-danger'),
      starts_on: '2026-02-02',
      ends_on: '2026-08-31',
    },
    ...more,
  });
  return id;
};
const rowOf = async (id: string) =>
  (await nakano.call(listProvisionLedger, {})).rows.find((row) => row.id === id);

test('what ended with the consent or the basis it stood on ends in the ledger too, and in the numbers of the year', async () => {
  const person_id = await inventClient(town, '生活自立支援センター', { name: '見本 もとちょう' });
  const [consent_id, law] = [mintId(), mintId()];
  await nakajima.call(recordConsent, {
    ...{ id: consent_id, person_id, facets: ['identity'], receivers: [town.id('body:社協')] },
    ...{ decision: 'given', text_version: '第1版', way: 'spoken', given_on: '2026-02-02' },
  });
  await town.as('shiraishi').call(addLawfulBasis, {
    ...{ id: law, from_kind: 'window', to_kind: 'council', purpose: 'support', ground: 'statute' },
    ...{ law: '見本の条例 第9条', told: 'now', starts_on: '2026-02-02' },
  });
  const agreed = await give(person_id, { consent_id, basis_id: idOfBasis('window-council-support-consent') });
  const lawful = await give(person_id, { basis_id: law });
  const stays = await give(person_id, {});
  const withdrawn = async () =>
    (await nakano.call(summarizeProvisions, {})).rows.reduce((sum, row) => sum + row.withdrawn, 0);
  const before = await withdrawn();
  await nakajima.call(withdrawConsent, { id: consent_id, way: 'phone' });
  await town.as('shiraishi').call(endLawfulBasis, { id: law, ends_on: '2026-02-02' });
  expect((await rowOf(agreed))?.withdrawn_at).toMatch(/^2026-02-02/);
  expect(await rowOf(lawful)).toMatchObject({ ends_on: '2026-02-02', withdrawn_at: null });
  expect(await rowOf(stays)).toMatchObject({ ends_on: '2026-08-31', withdrawn_at: null });
  expect(await withdrawn()).toBe(before + 1);
});

test('says who was named when the term is over too: in the ledger, of an emergency, of a protected address', async () => {
  const person_id = await inventClient(town, '生活自立支援センター', { name: '見本 のこる' });
  const [commissioner, opener] = [town.id('post:matsuo'), town.id('post:ogata')];
  const provision = await give(person_id, {
    ...{ receiver_id: town.id('body:民児協'), post_id: commissioner },
    basis_id: idOfBasis('window-commissioner_council-danger-danger'),
  });
  const { id: view } = await town.as('ogata').call(openEmergencyView, {
    ...{ id: mintId(), name: '見本 のこる', born_on: '1960-05-05', reason: '見本の危険' },
  });
  const protection = mintId();
  await nakano.call(protectAddress, { id: protection, person_id, keepers: [commissioner] });
  await town
    .as('matsuo')
    .call(openProtectedAddress, { id: mintId(), person: person_id, reason: '見本の用事' });
  for (const id of [commissioner, opener])
    await town.as('shiraishi').call(endPost, { id, how: 'at_once', reason: '見本の退任' });
  town.clock.now = new Date('2026-02-10T10:00:00+09:00');
  expect(await rowOf(provision)).toMatchObject({ role: 'commissioner', receiving_name: '松尾（見本）' });
  const { views } = await nakano.call(listEmergencyViews, {});
  expect(views.find(({ id }) => id === view)?.role).toBe('council_officer');
  const { keepers, looks } = await nakano.call(readProtection, { id: protection });
  for (const one of [...keepers, ...looks])
    expect(one).toMatchObject({ name: '松尾（見本）', role: 'commissioner' });
  const paper = textOfPdf((await nakano.call(printProvisionLedger, {})) as never).join('');
  expect(paper.replace(/\s/g, '')).toContain('松尾（見本）');
});
