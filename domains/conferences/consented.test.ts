import { describe, expect, test } from 'vitest';
import { draftPlan, proposePlan } from '#domains/cases/plan-api.ts';
import { listConsents, withdrawConsent } from '#domains/consent/consent-api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { readCase } from '../cases/case-api.ts';
import * as api from './api.ts';
import { idOfKind } from './kinds.ts';
import { openRig } from './rig.ts';

const town = await openTown('cast');
const rig = openRig(town);
const read = (who: string, id: string) => town.as(who).call(api.readAgendaItem, { id });

describe('a consented item', () => {
  test('is about somebody who has agreed, and seats only bodies that were named', async () => {
    const sitting = await rig.callSitting('eguchi-coordinator');
    const unasked = await rig.know('見本 航', 'eguchi', '社協');
    const add = (client_ids: string[]) =>
      rig.addItem('eguchi-coordinator', sitting, 'multi_layer', { client_ids });
    expect((await expectRefusal(add([unasked]), 'invalid')).fields).toHaveProperty('client_ids');
    await expectRefusal(add([]), 'invalid');
    const theirs = await rig.know('見本 よそ', 'nakajima', '生活自立支援センター', ['地域包括支援センター']);
    await expectRefusal(add([theirs]), 'not_found');
    const client = await rig.know('見本 恵子', 'eguchi', '社協', ['地域包括支援センター']);
    const item = await add([client]);
    const refused = await expectRefusal(rig.invite('eguchi-coordinator', item, ['nakajima']), 'invalid');
    expect(refused.message).toContain('生活自立支援センター');
    await rig.invite('eguchi-coordinator', item, ['nagata']);
    expect((await read('nagata', item)).clients).toEqual([{ id: client, name: null }]);
  });

  test('shuts to a seat in the moment in which the consent is withdrawn', async () => {
    const sitting = await rig.callSitting('eguchi-coordinator');
    const client = await rig.know('見本 恵子', 'eguchi', '社協', ['地域包括支援センター']);
    const item = await rig.addItem('eguchi-coordinator', sitting, 'multi_layer', { client_ids: [client] });
    await rig.invite('eguchi-coordinator', item, ['nagata']);
    await read('nagata', item);
    const { consents } = await town.as('eguchi').call(listConsents, { person: client });
    await town.as('eguchi').call(withdrawConsent, { id: consents[0]?.id ?? '', way: 'spoken' });
    await expectRefusal(read('nagata', item), 'not_found');
    expect(
      (await town.as('nagata').call(api.listConferences, {})).conferences.find(({ id }) => id === sitting),
    ).toMatchObject({
      items: 0,
    });
  });

  test('of a kind that another role calls is refused', async () => {
    const sitting = await rig.callSitting('kakihara');
    await expectRefusal(rig.addItem('eguchi-coordinator', sitting, 'support'), 'invalid');
    await expectRefusal(rig.addItem('kakihara', sitting, 'multi_layer'), 'invalid');
  });

  test('finds a plan fit, and the finding stands with the plan', async () => {
    const client_id = await rig.know('見本 恵子', 'nakajima', '生活自立支援センター', ['社協']);
    const case_id = await rig.openCaseOf('nakajima', client_id);
    const plan_id = mintId();
    const worker = town.as('nakajima');
    await worker.call(draftPlan, {
      id: plan_id,
      case_id,
      client_id,
      kind: 'self_support',
      trouble: '家計のこと',
      starts_on: '2026-02-02',
      ends_on: '2026-07-31',
      goals: [{ id: mintId(), span: 'long', words: '動画の仕事をしてみたい' }],
      steps: [{ id: mintId(), what: '家計表をいっしょにつける', who: 'person' }],
    });
    await worker.call(proposePlan, { plan_id, id: mintId(), version: 1 });
    const sitting = await rig.callSitting('nakajima');
    const item = await rig.addItem('nakajima', sitting, 'support_coordination', { client_ids: [client_id] });
    const find = () => worker.call(api.findOnPlan, { id: mintId(), item_id: item, plan_id, finding: 'fit' });
    await expectRefusal(find(), 'refused');
    await worker.call(api.holdItem, { id: item, held_on: '2026-02-02', present: [] });
    await find();
    const gap = { item_id: item, title: '夜に話せる場所', words: '夜の窓口がない' };
    const stranger = await rig.openCaseOf(
      'nakajima',
      await rig.know('見本 よそ', 'nakajima', '生活自立支援センター'),
    );
    await expectRefusal(
      worker.call(api.noteMissingResource, { id: mintId(), ...gap, case_id: stranger }),
      'invalid',
    );
    await worker.call(api.noteMissingResource, { id: mintId(), ...gap, case_id });
    expect(await town.look('select words from case_gaps where case_id = $1', [case_id])).toEqual([
      { words: '夜に話せる場所：夜の窓口がない' },
    ]);
    expect(
      await town.look('select conference_kind, finding, item_id from plan_findings where plan_id = $1', [
        plan_id,
      ]),
    ).toEqual([{ conference_kind: 'support_coordination', finding: 'fit', item_id: item }]);
    expect((await read('nakajima', item)).findings.map(({ finding }) => finding)).toEqual(['fit']);
  });
});

/** A sealed item with a seat of 永田 (地域包括) and one of 江口 (多機関協働), and a client of 社協 who has agreed by now. */
async function openCrossing(agreed = true) {
  const sitting = await rig.callSitting('kakihara');
  const item = await rig.addItem('kakihara', sitting, 'support');
  const seats = await rig.invite('kakihara', item, ['eguchi-coordinator', 'nagata']);
  for (const [who, seat] of seats) await rig.confirm(who, seat);
  const client = await rig.know('見本 航', 'eguchi', '社協', agreed ? ['地域包括支援センター'] : []);
  return { item, client, case_id: await rig.openCaseOf('eguchi', client) };
}

describe('a fact', () => {
  const words = '夜は起きていて、動画を作るのが得意';

  async function propose({ item, client }: Awaited<ReturnType<typeof openCrossing>>) {
    const id = mintId();
    await town.as('eguchi-coordinator').call(api.proposeFact, {
      id,
      item_id: item,
      client_id: client,
      from_body_id: town.id('body:地域包括支援センター'),
      words,
    });
    return id;
  }

  test('crosses in the words that the body it came from agreed to, and only then', async () => {
    const crossing = await openCrossing();
    const id = await propose(crossing);
    const take = () =>
      town.as('eguchi-coordinator').call(api.takeFactOver, { id, case_id: crossing.case_id });
    await expectRefusal(take(), 'refused');
    await expectRefusal(town.as('nakano').call(api.decideFact, { id, agreed: true }), 'not_found');
    await expectRefusal(
      town.as('eguchi-coordinator').call(api.decideFact, { id, agreed: true }),
      'not_found',
    );
    const asked = (await town.as('nagata').call(api.listFacts, {})).facts.find((fact) => fact.id === id);
    expect(asked).toMatchObject({ words, mine_to_decide: true, client: null });
    await town.as('nagata').call(api.decideFact, { id, agreed: true });
    await take();
    await expectRefusal(take(), 'refused');
    const { notes } = await town.as('eguchi').call(readCase, { id: crossing.case_id });
    expect(notes.map((note) => note.words)).toEqual([expect.stringContaining(words)]);
  });

  test('that was refused leaves no trace outside, and is decided once', async () => {
    const crossing = await openCrossing();
    const id = await propose(crossing);
    await town.as('nagata').call(api.decideFact, { id, agreed: false });
    await expectRefusal(town.as('nagata').call(api.decideFact, { id, agreed: true }), 'refused');
    await expectRefusal(
      town.as('eguchi-coordinator').call(api.takeFactOver, { id, case_id: crossing.case_id }),
      'refused',
    );
    expect((await town.as('eguchi').call(readCase, { id: crossing.case_id })).notes).toEqual([]);
    for (const who of ['nakajima', 'nakano', 'eguchi'])
      expect((await town.as(who).call(api.listFacts, {})).facts.filter((fact) => fact.id === id)).toEqual([]);
  });

  test('is proposed only from an open seat, and for somebody who has agreed', async () => {
    await expectRefusal(propose(await openCrossing(false)), 'invalid');
    const { item, client } = await openCrossing();
    const elsewhere = {
      id: mintId(),
      item_id: item,
      client_id: client,
      from_body_id: town.id('body:地域福祉課'),
      words,
    };
    await expectRefusal(town.as('eguchi').call(api.proposeFact, elsewhere), 'not_found');
  });
});

describe('a kind of conference', () => {
  test('is set from a day on; an item keeps the kind it was called under', async () => {
    const kind = {
      id: mintId(),
      code: 'support',
      name: '支援会議（見本）',
      law: '社会福祉法 第106条の6',
      called_by: ['convener' as const],
      needs_consent: false,
      secrecy: true,
      days_open: 7,
      starts_on: '2026-02-02',
    };
    const sitting = await rig.callSitting('kakihara');
    const before = await rig.addItem('kakihara', sitting, 'support');
    const set = (changed: object) => town.as('kakihara').call(api.setConferenceKind, { ...kind, ...changed });
    await expectRefusal(set({ starts_on: '2026-02-01' }), 'invalid');
    expect((await expectRefusal(set({ secrecy: false }), 'invalid')).fields).toHaveProperty('secrecy');
    await set({});
    await expectRefusal(set({ id: mintId() }), 'invalid');
    await expectRefusal(rig.addItem('kakihara', sitting, 'support'), 'invalid');
    expect((await read('kakihara', before)).kind.name).toBe('支援会議');
    const { kinds } = await town
      .as('koga')
      .call(api.listConferenceKinds, {})
      .catch(() => ({ kinds: [] }));
    expect(kinds).toEqual([]);
    expect(
      (await town.as('kakihara').call(api.listConferenceKinds, {})).kinds.map(({ id }) => id),
    ).not.toContain(idOfKind('support'));
  });
});
