import { describe, expect, test } from 'vitest';
import { recordConsent } from '#domains/consent/consent-api.ts';
import { listProvisionsOfPerson } from '#domains/consent/person-api.ts';
import { personBases } from '#domains/consent/person-bases.ts';
import { mintId } from '#platform/uuid.ts';
import { inventCase } from '#test/cases.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { endCaseWorker, nameCaseWorker, sayUrgency, screenCase } from './acts-api.ts';
import { attachFile, listCaseFiles, readCaseFile, takeOutFile } from './attachment-api.ts';
import { readCase, takeStep } from './case-api.ts';
import { listGaps, listThemes, noteGap, proposeTheme, releaseTheme, rewordTheme } from './gap-api.ts';
import {
  answerCaseHandover,
  askCaseHandover,
  finishCaseHandover,
  listCaseHandovers,
  withdrawCaseHandover,
} from './handover-api.ts';
import { writeNote } from './note-api.ts';
import { addKin, addTie, readCasePicture, takeOutOfPicture } from './picture-api.ts';
import { finishTask, readCaseDay, setTask } from './task-api.ts';

const town = await openTown('cast');
const nakajima = town.as('nakajima');
const eguchi = town.as('eguchi');

const onConsent =
  personBases.find(
    ({ from, to, ground }) => from === 'window' && to === 'city_section' && ground === 'consent',
  )?.id ?? '';

describe('screening', () => {
  test('asks which schemes were looked at, and takes the step that follows', async () => {
    const { id } = await inventCase(town);
    const screen = (schemes: 'care'[]) =>
      nakajima.call(screenCase, {
        case_id: id,
        id: mintId(),
        result: 'consent_pending',
        schemes,
        words: '見本',
      });
    expect((await expectRefusal(screen([]), 'invalid')).fields).toHaveProperty('schemes');
    await screen(['care']);
    const found = await nakajima.call(readCase, { id });
    expect(found).toMatchObject({ state: 'consent_pending', screening: { schemes: ['care'] } });
    await expectRefusal(screen(['care']), 'refused');
  });

  test('what cannot wait stands at the top until it is said that it can', async () => {
    const { id } = await inventCase(town);
    const say = (kinds: 'food'[]) => nakajima.call(sayUrgency, { case_id: id, id: mintId(), kinds });
    await say(['food']);
    expect((await nakajima.call(readCase, { id })).urgent).toEqual(['food']);
    expect((await nakajima.call(readCaseDay, {})).urgent.map(({ case_id }) => case_id)).toContain(id);
    town.clock.now = new Date(town.clock.now.getTime() + 1000);
    await say([]);
    expect((await nakajima.call(readCase, { id })).urgent).toEqual([]);
  });
});

test('one leads; who leads cannot go before somebody else does; nobody of another body works on it', async () => {
  const { id } = await inventCase(town);
  const post_id = town.id('post:nakajima');
  await expectRefusal(nakajima.call(endCaseWorker, { case_id: id, post_id }), 'refused');
  const refused = await expectRefusal(
    nakajima.call(nameCaseWorker, { case_id: id, post_id: town.id('post:eguchi') }),
    'invalid',
  );
  expect(refused.fields).toHaveProperty('post_id');
});

test('a promise stands on the day’s page of whoever made it until it is kept', async () => {
  const { id } = await inventCase(town);
  const task = mintId();
  await nakajima.call(setTask, {
    case_id: id,
    id: task,
    words: '電話をかける（見本）',
    due_on: '2026-02-03',
  });
  await nakajima.call(writeNote, {
    case_id: id,
    id: mintId(),
    noted_on: '2026-02-02',
    way: 'phone',
    with_whom: 'person',
    outcome: 'attempt',
    next_plan: '夕方にもう一度（見本）',
    next_on: '2026-02-04',
  });
  const day = await nakajima.call(readCaseDay, {});
  expect(day.tasks.map((t) => t.id)).toContain(task);
  expect(day.nexts.map(({ case_id }) => case_id)).toContain(id);
  await nakajima.call(finishTask, { id: task, outcome: '話せた（見本）' });
  await expectRefusal(nakajima.call(finishTask, { id: task }), 'refused');
  await expectRefusal(eguchi.call(finishTask, { id: task }), 'not_found');
  expect((await nakajima.call(readCaseDay, {})).tasks.map((t) => t.id)).not.toContain(task);
});

test('the picture knows the family, those who are no clients too, and the ties, those wished for too', async () => {
  const { id, mother, son } = await inventCase(town);
  const [kin, tie] = [mintId(), mintId()];
  await nakajima.call(addKin, {
    case_id: id,
    id: kin,
    relation: 'spouse',
    called: '夫（5年前に死去）',
    died: true,
  });
  await nakajima.call(addTie, {
    case_id: id,
    id: tie,
    client_id: son,
    kind: 'place',
    called: '見本の動画づくりの会',
    strength: 'wished',
  });
  const picture = await nakajima.call(readCasePicture, { id });
  expect(picture.family.map((one) => one.id).sort()).toEqual([kin, mother, son].sort());
  expect(picture.ties.map((one) => one.id)).toEqual([tie]);
  await nakajima.call(takeOutOfPicture, { id: tie, what: 'tie' });
  expect((await nakajima.call(readCasePicture, { id })).ties).toEqual([]);
  await expectRefusal(eguchi.call(readCasePicture, { id }), 'not_found');
});

describe('a hand-over', () => {
  test('is declined with a word; the asker stays responsible and nothing was given', async () => {
    const { id, mother } = await inventCase(town);
    const handover = mintId();
    const consent = mintId();
    await nakajima.call(recordConsent, {
      id: consent,
      person_id: mother,
      decision: 'given',
      text_version: '第1版',
      facets: ['identity', 'consultation'],
      receivers: [town.id('body:地域福祉課')],
      way: 'spoken',
      given_on: '2026-02-01',
    });
    const ask = (facets: ('identity' | 'health')[]) =>
      nakajima.call(askCaseHandover, {
        case_id: id,
        id: handover,
        receiver_id: town.id('body:地域福祉課'),
        words: '母子の世帯の住まいのこと（見本）',
        due_on: '2026-02-09',
        people: [
          { client_id: mother, facets, basis_id: onConsent, consent_id: consent, ends_on: '2026-03-31' },
        ],
      });
    expect((await expectRefusal(ask(['health']), 'invalid')).message).toContain('同意');
    await ask(['identity']);
    await expectRefusal(ask(['identity']), 'refused');
    expect((await eguchi.call(listCaseHandovers, {})).handovers.map((one) => one.id)).not.toContain(handover);
    await expectRefusal(nakajima.call(answerCaseHandover, { id: handover, answer: 'accepted' }), 'refused');
    await nakajima.call(withdrawCaseHandover, { id: handover, words: '見本' });
    expect((await nakajima.call(listProvisionsOfPerson, { person: mother })).provisions).toEqual([]);
  });

  test('is accepted: what was prepared is given, and with its completion the asker may close', async () => {
    const { id, mother } = await inventCase(town);
    const handover = mintId();
    const danger = personBases.find(
      ({ from, to, ground }) => from === 'window' && to === 'council' && ground === 'danger',
    );
    const to = { receiver_id: town.id('body:社協'), words: '食べるものがない（見本）', due_on: '2026-02-03' };
    await nakajima.call(askCaseHandover, {
      case_id: id,
      id: handover,
      ...to,
      people: [
        {
          client_id: mother,
          facets: ['identity', 'consultation'],
          basis_id: danger?.id ?? '',
          ends_on: '2026-03-31',
        },
      ],
    });
    const [asked] = (await eguchi.call(listCaseHandovers, {})).handovers;
    expect(asked).toMatchObject({ id: handover, own: false, case_id: null, people: [], state: 'asked' });
    await expectRefusal(eguchi.call(readCase, { id }), 'not_found');
    await eguchi.call(answerCaseHandover, { id: handover, answer: 'accepted' });
    const given = await eguchi.call(readCase, { id });
    expect(given.members).toEqual([]);
    expect(given.own).toBe(false);
    const close = () => nakajima.call(takeStep, { case_id: id, id: mintId(), state: 'referred_out' });
    await expectRefusal(close(), 'refused');
    expect((await nakajima.call(readCase, { id })).responsible.name).toBe('生活自立支援センター');
    await eguchi.call(finishCaseHandover, { id: handover });
    await expectRefusal(eguchi.call(finishCaseHandover, { id: handover }), 'refused');
    expect((await nakajima.call(readCase, { id })).responsible.name).toContain('社会福祉協議会');
    await close();
  });

  test('is withdrawn by the asker alone, and nobody answers after that', async () => {
    const { id } = await inventCase(town);
    const handover = mintId();
    await nakajima.call(askCaseHandover, {
      case_id: id,
      id: handover,
      receiver_id: town.id('body:社協'),
      words: '見本',
      due_on: '2026-02-05',
    });
    await expectRefusal(eguchi.call(withdrawCaseHandover, { id: handover, words: '見本' }), 'refused');
    await expectRefusal(
      town.as('nagata').call(answerCaseHandover, { id: handover, answer: 'declined' }),
      'not_found',
    );
    await eguchi.call(answerCaseHandover, {
      id: handover,
      answer: 'declined',
      words: '手いっぱいで（見本）',
    });
    await expectRefusal(nakajima.call(withdrawCaseHandover, { id: handover, words: '見本' }), 'refused');
  });
});

test('a theme leaves the register only in the community coordinator’s words and with 多機関協働’s release', async () => {
  const client = town.as('eguchi-coordinator');
  const { id: foreign } = await inventCase(town);
  const gap = mintId();
  await nakajima.call(noteGap, { case_id: foreign, id: gap, words: '夜に話せるところがない（見本）' });
  expect((await client.call(listGaps, {})).gaps).toEqual([]);
  const theme = mintId();
  const propose = (gaps: string[]) =>
    client.call(proposeTheme, { id: theme, words: '夜の居場所（見本）', gaps });
  await expectRefusal(propose([gap]), 'not_found');
  const own = mintId();
  await town.look(
    `insert into cases (id, number, state, opened_on, last_note_on, opened_by, opened_at, holder_id)
      values ($1, '見本-1', 'received', '2026-02-01', '2026-02-01', $2, '2026-02-01', $3)`,
    [own, town.id('account:eguchi'), town.id('body:社協')],
  );
  const ownGap = mintId();
  await client.call(noteGap, { case_id: own, id: ownGap, words: '夜に話せるところがない（見本）' });
  await propose([ownGap]);
  const seen = async (who: string) => (await town.as(who).call(listThemes, {})).themes;
  expect(await seen('furukawa')).toEqual([]);
  expect(await seen('ogata-coordinator')).toMatchObject([{ words: '夜の居場所（見本）', gaps: null }]);
  await expectRefusal(client.call(releaseTheme, { id: theme, version: 1 }), 'refused');
  await expectRefusal(
    town.as('ogata-coordinator').call(releaseTheme, { id: theme, version: 1 }),
    'not_allowed',
  );
  await town.as('ogata-coordinator').call(rewordTheme, {
    id: theme,
    version: 1,
    title: '夜の話し相手（見本）',
    reworded: '夜にも話せるところ（見本）',
  });
  await expectRefusal(client.call(releaseTheme, { id: theme, version: 1 }), 'refused');
  await client.call(releaseTheme, { id: theme, version: 2 });
  expect(await seen('furukawa')).toMatchObject([{ title: '夜の話し相手（見本）', words: null, gaps: null }]);
});

test('an attachment is what its content is; a refused one is named; its content goes when it is taken out', async () => {
  const { id, mother } = await inventCase(town);
  const file = mintId();
  const attach = (name: string, bytes: Buffer) =>
    nakajima.call(attachFile, {
      case_id: id,
      id: file,
      client_id: mother,
      facet: 'health',
      file: { name, base64: bytes.toString('base64') },
    });
  expect((await expectRefusal(attach('写真.jpg', Buffer.from('MZ')), 'invalid')).message).toContain(
    '写真.jpg',
  );
  await attach('通知.png', Buffer.from('%PDF-1.7 見本'));
  expect((await nakajima.call(listCaseFiles, { case_id: id })).files).toMatchObject([
    { type: 'application/pdf' },
  ]);
  expect((await eguchi.call(listCaseFiles, { case_id: id })).files).toEqual([]);
  await expectRefusal(eguchi.call(readCaseFile, { id: file }), 'not_found');
  await nakajima.call(takeOutFile, { id: file, reason: '見本' });
  await expectRefusal(nakajima.call(readCaseFile, { id: file }), 'refused');
});
