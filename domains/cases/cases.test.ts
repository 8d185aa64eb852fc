import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { addCaseMember, listCases, openCase, readCase, takeStep } from './case-api.ts';
import { writeNote } from './note-api.ts';

const town = await openTown('cast');

/** A person of a body as somebody writes them down; put in past the gate. */
async function know(name: string, body = '生活自立支援センター'): Promise<string> {
  const id = mintId();
  await town.look("insert into parties (id, kind, holder_id) values ($1, 'person', $2)", [
    id,
    town.id(`body:${body}`),
  ]);
  await town.look(
    "insert into clients (id, name, registered_by, registered_at, holder_id) values ($1, $2, $3, '2026-01-01', $4)",
    [id, name, town.id('account:nakajima'), town.id(`body:${body}`)],
  );
  return id;
}

async function openOne(called: string | null = null, who = 'nakajima') {
  const client = await know('見本 恵子', who === 'nakajima' ? '生活自立支援センター' : '社協');
  const id = mintId();
  await town.as(who).call(openCase, { id, client_id: client, called });
  return { id, client };
}

describe('a case', () => {
  test('is numbered within its body and year, without gaps', async () => {
    const first = await openOne();
    const other = await openOne(null, 'eguchi');
    const second = await openOne();
    const numbers = [];
    for (const { id } of [first, second])
      numbers.push((await town.as('nakajima').call(readCase, { id })).number);
    const [a, b] = numbers.map((n) => Number(n.split('-')[1]));
    expect(numbers[0]).toMatch(/^R7-\d{4}$/);
    expect((b ?? 0) - (a ?? 0)).toBe(1);
    expect((await town.as('eguchi').call(readCase, { id: other.id })).own).toBe(true);
  });

  test('of another body is not found, nor is a person of another body taken into one', async () => {
    const { id } = await openOne();
    await expectRefusal(town.as('eguchi').call(readCase, { id }), 'not_found');
    const theirs = await know('見本 航', '社協');
    await expectRefusal(town.as('nakajima').call(openCase, { id: mintId(), client_id: theirs }), 'not_found');
    await expectRefusal(
      town.as('nakajima').call(addCaseMember, { case_id: id, client_id: theirs, relation: 'child' }),
      'not_found',
    );
    await expectRefusal(
      town.as('nakajima').call(addCaseMember, { case_id: id, client_id: mintId(), relation: 'child' }),
      'not_found',
    );
  });

  test('takes only the steps of the table, and says why it takes no other', async () => {
    const { id } = await openOne();
    const step = (state: 'decided' | 'screening' | 'consent_pending' | 'consent_given' | 'lost_contact') =>
      town.as('nakajima').call(takeStep, { case_id: id, id: mintId(), state });
    expect((await expectRefusal(step('decided'), 'refused')).message).toContain('「受付」から「支援決定」');
    await step('screening');
    await step('consent_pending');
    expect((await expectRefusal(step('consent_given'), 'refused')).message).toContain('同意');
    await step('lost_contact');
    const closed = await town.as('nakajima').call(readCase, { id });
    expect(closed).toMatchObject({ state: 'lost_contact', closed_on: '2026-02-02' });
    expect(closed.steps.map(({ state }) => state)).toEqual([
      'lost_contact',
      'consent_pending',
      'screening',
      'received',
    ]);
    await step('screening');
    expect((await town.as('nakajima').call(readCase, { id })).closed_on).toBeNull();
  });
});

describe('the list of cases', () => {
  test('is in the order of the last contact, and pages by key', async () => {
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push((await openOne('順番')).id);
    const [a = '', b = '', c = ''] = ids;
    for (const [id, noted_on] of [
      [a, '2026-01-05'],
      [b, '2026-02-01'],
      [c, '2026-02-02'],
    ] as const)
      await town.as('nakajima').call(writeNote, {
        case_id: id,
        id: mintId(),
        noted_on,
        way: 'phone',
        with_whom: 'person',
        outcome: 'attempt',
      });
    const found = [];
    let after: string | undefined;
    do {
      const page = await town
        .as('nakajima')
        .call(listCases, { text: '順番', limit: 2, ...(after ? { after } : {}) });
      found.push(...page.cases);
      after = page.next ?? undefined;
    } while (after);
    expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const days = found.map(({ last_note_on }) => last_note_on);
    expect(days).toEqual([...days].sort().reverse());
  });

  test('is found by a name, a worker and a state, and by nobody of another body', async () => {
    const { id } = await openOne('しらべる世帯');
    const nakajima = town.as('nakajima');
    const worker = town.id('post:nakajima');
    for (const asked of [
      { text: 'しらべる 恵子' },
      { text: 'しらべる', worker },
      { text: 'しらべる', state: 'received' as const },
    ])
      expect((await nakajima.call(listCases, asked)).cases.map((c) => c.id)).toEqual([id]);
    expect((await nakajima.call(listCases, { text: 'しらべる', state: 'ended' })).cases).toEqual([]);
    expect((await town.as('eguchi').call(listCases, { text: 'しらべる' })).cases).toEqual([]);
  });
});

describe('a note', () => {
  test('is about somebody of the case, on a day that has come', async () => {
    const { id, client } = await openOne();
    const stranger = await know('見本 よその人');
    const write = (changed: { client_id?: string; noted_on?: string }) =>
      town.as('nakajima').call(writeNote, {
        case_id: id,
        id: mintId(),
        noted_on: '2026-02-02',
        way: 'visit',
        with_whom: 'person',
        outcome: 'spoke',
        words: '玄関で10分ほど（見本）',
        ...changed,
      });
    expect((await expectRefusal(write({ client_id: stranger }), 'refused')).fields).toHaveProperty(
      'client_id',
    );
    await expectRefusal(write({ noted_on: '2026-02-03' }), 'invalid');
    await write({ client_id: client });
    await write({});
    const { notes } = await town.as('nakajima').call(readCase, { id });
    expect(notes.map(({ client_id }) => client_id)).toEqual([null, client]);
  });
});
