import { describe, expect, test } from 'vitest';
import { listWishReferrals, passWishOn, takeWishReferral } from '#domains/cases/referral-api.ts';
import { listConsents, recordConsent } from '#domains/consent/consent-api.ts';
import { operations } from '#domains/index.ts';
import { listHouseholds, readHousehold } from '#domains/parties/api.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  answerQuestion,
  endDisclosureKey,
  holdBackEntry,
  issueDisclosureKey,
  listDisclosureKeys,
  printMyRecord,
  readDisclosureKey,
  releaseDisclosureKey,
  showEntryAgain,
} from './api.ts';
import { toldWords } from './model.ts';

/** What a person is not told of, and why. */
const untold: readonly (readonly [RegExp, string])[] = [
  [/^intakes?\.|^clients\.(found|linked|link_undone)$/, 'it would show that somebody gave word'],
  [
    /^(emergenc(?!y\.opened$)|protect|kept_address|written_contact)/,
    'it would endanger; the holder tells it',
  ],
  [/^(conference|crossing_fact)/, 'a room that the law closes'],
  [
    /^(today|unmet_|stand_ins|consent_today|disclosures_today|promises|handovers?|assignments|household\.assign)/,
    'who goes where, not what is known',
  ],
  [
    /^(person_provisions?\.(read|told|return_noted)|provision[_.])/,
    'what was passed on is told when it was passed on',
  ],
  [
    /^case\.(opened|member|tie|handover)|^case_handovers/,
    'an act about the case; the reading and the notes are told',
  ],
  [/^support(\.|_plan\.(proposed|agreed|found|reviewed|taken_back|closed))/, 'the person takes part in it'],
];

const town = await openTown('cast');
const client = await inventClient(town, '生活自立支援センター', { name: '見本 花子' });

await town.as('nakajima').call(recordConsent, {
  id: mintId(),
  person_id: client,
  decision: 'refused',
  text_version: '第1版',
  way: 'spoken',
  said_by: 'person',
  capacity: 'clear',
  given_on: '2026-02-01',
});
await town.as('nakano').call(listConsents, { person: client });
await sealAudit(town.database);

function issue(who: string, about: 'client' | 'household', about_id: string) {
  return town
    .as(who)
    .call(issueDisclosureKey, { id: mintId(), about, about_id, given_to: 'person', checked: 'card' });
}

/** Sends the code as the page's form does. */
async function open(code: string, path = '/my-record', more: Record<string, string> = {}) {
  const response = await town.app.request(path, {
    method: 'POST',
    body: new URLSearchParams({ code, ...more }),
  });
  return { status: response.status, text: await response.text() };
}

const normalised = (html: string) => html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');

describe('a code for one’s own record', () => {
  test('opens nothing before whoever answers for the records has looked through it', async () => {
    const { id, secret_code } = await issue('nakajima', 'client', client);
    const wrong = await open('0000-0000-0000-0000');
    expect(wrong.status).toBe(403);
    const waiting = await open(secret_code);
    expect(waiting.status).toBe(403);
    expect(waiting.text.replace(secret_code, '')).toBe(wrong.text.replace('0000-0000-0000-0000', ''));
    await expectRefusal(town.as('nakajima').call(releaseDisclosureKey, { id }), 'not_allowed');
    await town.as('nakano').call(releaseDisclosureKey, { id });
    const opened = await open(secret_code);
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('あなたの同意について書きました');
    expect(opened.text).toContain('生活自立支援センター　相談員');
  });

  test('is typed in any width and case', async () => {
    const { secret_code } = await issue('nakano', 'client', client);
    expect((await open(secret_code.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
  });

  test('that was ended, or is over, opens as little as a wrong one', async () => {
    const { id, secret_code } = await issue('nakano', 'client', client);
    await town.as('nakajima').call(endDisclosureKey, { id });
    expect((await open(secret_code)).status).toBe(403);
    const second = await issue('nakano', 'client', client);
    const before = town.clock.now;
    town.clock.now = new Date('2026-03-10T10:00:00+09:00');
    expect((await open(second.secret_code)).status).toBe(403);
    town.clock.now = before;
  });

  test('is known to the body that issued it alone', async () => {
    const { id } = await issue('nakano', 'client', client);
    await expectRefusal(town.as('mori').call(readDisclosureKey, { id }), 'not_found');
    await expectRefusal(issue('nagata', 'client', client), 'not_found');
    const { keys } = await town.as('nagata').call(listDisclosureKeys, {});
    expect(keys).toEqual([]);
  });
});

describe('what is told', () => {
  test('leaves a line out that is held back, and shows nothing in its place', async () => {
    const { id, secret_code } = await issue('nakano', 'client', client);
    const { entries } = await town.as('nakano').call(readDisclosureKey, { id });
    const written = entries.filter(({ what }) => what === toldWords['consent.recorded']?.());
    expect(written.length).toBeGreaterThan(0);
    const before = await open(secret_code);
    for (const { id: entry_id } of written)
      await town.as('nakano').call(holdBackEntry, { id, entry_id, reason: '本人以外の人の安全のため' });
    const after = await open(secret_code);
    expect(after.text).not.toContain('あなたの同意について書きました');
    const line = /<tr><td>[^<]*<\/td><td>[^<]*<\/td><td>あなたの同意について書きました<\/td><\/tr>/g;
    expect(normalised(after.text)).toBe(normalised(before.text).replace(line, ''));
    for (const { id: entry_id } of written) await town.as('nakano').call(showEntryAgain, { id, entry_id });
    expect((await open(secret_code)).text).toContain('あなたの同意について書きました');
  });

  test('is the same on paper, without what is held back', async () => {
    const { id } = await issue('nakano', 'client', client);
    const pdf = await town.as('nakano').call(printMyRecord, { id });
    expect(
      Buffer.from(pdf as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('tells a household which role of which body looked at its entry', async () => {
    const { households } = await town.as('furukawa').call(listHouseholds, {});
    const [first] = households;
    await town.as('furukawa').call(readHousehold, { id: first?.id ?? '' });
    await sealAudit(town.database);
    const { secret_code } = await issue('furukawa', 'household', first?.id ?? '');
    const { text } = await open(secret_code);
    expect(text).toContain('お宅の名前・住所・電話を見ました');
    await expectRefusal(issue('kusano-lead', 'household', first?.id ?? ''), 'not_found');
  });

  test('tells that coordinators read and took up a wish that was passed on, who know no record of the person', async () => {
    const [person, consent_id, id] = [
      await inventClient(town, '生活自立支援センター', {}),
      mintId(),
      mintId(),
    ];
    const receiver_id = town.id('body:社協');
    const agreed = {
      decision: 'given',
      text_version: '第1版',
      way: 'spoken',
      given_on: '2026-02-01',
    } as const;
    const nakajima = town.as('nakajima');
    const whose = { id: consent_id, person_id: person, facets: ['wish' as const], receivers: [receiver_id] };
    await nakajima.call(recordConsent, { ...agreed, ...whose });
    const wish = { name: '見本さん', kana: 'みほん', side: 'wish', words: '見本の山に登りたい' } as const;
    await nakajima.call(passWishOn, { client_id: person, id, consent_id, receiver_id, ...wish });
    const ogata = town.as('ogata-coordinator');
    await ogata.call(listWishReferrals, {});
    await ogata.call(takeWishReferral, { id, wish_id: mintId(), participant_id: mintId() });
    await sealAudit(town.database);
    const { id: key, secret_code } = await issue('nakano', 'client', person);
    const { entries } = await town.as('nakano').call(readDisclosureKey, { id: key });
    const read = entries.find(({ what }) => what === '渡したあなたの願いを読みました');
    expect(read).toMatchObject({ body_name: '久留米市社会福祉協議会', role: '生活支援コーディネーター' });
    await town.as('nakano').call(holdBackEntry, { id: key, entry_id: read?.id ?? '', reason: '見本' });
    await town.as('nakano').call(releaseDisclosureKey, { id: key });
    const { text } = await open(secret_code);
    expect(text).toContain('渡したあなたの願いを受け取りました');
    expect(text).not.toContain('渡したあなたの願いを読みました');
  });

  test('says for each word of the gate what was done, and only of operations that there are', async () => {
    const [row] = await town.look<{ words: string[] }>('select gate.told_words() as words');
    expect([...(row?.words ?? [])].sort()).toEqual(Object.keys(toldWords).sort());
    const audited = new Set(operations.map(({ declared }) => declared.audit));
    expect(Object.keys(toldWords).filter((word) => !audited.has(word))).toEqual([]);
  });

  test('leaves out no word of the rooms of persons without a reason', () => {
    const rooms = ['parties', 'visits', 'escalations', 'consent', 'cases', 'conferences'];
    const silent = operations
      .filter(({ domain, declared }) => rooms.includes(domain) && declared.subjects && declared.audit)
      .map(({ declared }) => declared.audit ?? '')
      .filter((word) => !(word in toldWords) && !untold.some(([words]) => words.test(word)));
    expect(silent).toEqual([]);
    const telling = Object.keys(toldWords).filter((word) => untold.some(([words]) => words.test(word)));
    expect(telling).toEqual([]);
  });
});

describe('a question', () => {
  test('reaches the body, is answered, and the answer stands under the same code', async () => {
    const { id, secret_code } = await issue('nakano', 'client', client);
    const asking = { id: mintId(), kind: 'object', words: '電話は夕方にしてください。' };
    const sent = await open(secret_code, '/my-record/questions', asking);
    expect(sent.status).toBe(200);
    await open(secret_code, '/my-record/questions', asking);
    const { questions } = await town.as('nakano').call(readDisclosureKey, { id });
    expect(questions.map(({ words }) => words)).toEqual([asking.words]);
    await town.as('nakano').call(answerQuestion, { id: asking.id, words: '夕方にお電話します。' });
    expect((await open(secret_code)).text).toContain('夕方にお電話します。');
    await expectRefusal(
      town.as('nakano').call(answerQuestion, { id: asking.id, words: 'もう一度' }),
      'refused',
    );
  });

  test('without words is asked for, and nothing that was typed is lost', async () => {
    const { secret_code } = await issue('nakano', 'client', client);
    const sent = await open(secret_code, '/my-record/questions', { id: mintId(), kind: 'ask', words: ' ' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('role="alert"');
  });
});
