import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import { cancelRegistration, dropEventRequest, readEvent, takeEventRequest } from './api.ts';

const town = await openTown('cast');
const id = town.id('place-event:noodles');
const join = `/town/events/${id}/join`;

/** Opens the form, waits as long as a hand does, and sends it. */
async function send(
  fields: Record<string, string>,
  ms = 10_000,
): Promise<{ status: number; text: string; code: string }> {
  const form = await (await town.app.request(join)).text();
  const hidden = Object.fromEntries(
    [...form.matchAll(/name="(id|at|proof)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  town.clock.now = new Date(town.clock.now.getTime() + ms);
  const answer = await town.app.request(join, {
    method: 'POST',
    body: new URLSearchParams({ ...hidden, ...fields }),
    headers: { cookie: 'kanaeau_language=en' },
  });
  const text = await answer.text();
  return { status: answer.status, text, code: /class="code-shown">([^<]+)</.exec(text)?.[1] ?? '' };
}

async function ask(path: string, code: string): Promise<string> {
  const body = new URLSearchParams({ code });
  const answer = await town.app.request(path, {
    method: 'POST',
    body,
    headers: { cookie: 'kanaeau_language=en' },
  });
  return (await answer.text()).match(/role="status">([^<]+)</)?.[1] ?? '';
}

const hara = town.as('hara');
const read = () => hara.call(readEvent, { id });

describe('whoever likes joins an event over the public form', () => {
  test('with a name and how to reach them: placed while there is room, then waiting, and moved up by whoever gives up', async () => {
    const one = await send({
      name: 'Lan (sample)',
      reaching: '090-0000-0000',
      words: 'I come with a child.',
    });
    const two = await send({ name: 'Sam (sample)', reaching: 'sam@example.org' });
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(await ask('/town/joining', one.code)).toMatch(/You have a place/);
    expect(await ask('/town/joining', two.code)).toMatch(/waiting list/);
    const event = await read();
    expect([event.placed, event.waiting]).toEqual([3, 1]);
    const lan = event.registrations.find(({ name }) => name === 'Lan (sample)');
    expect(lan).toMatchObject({
      way: 'form',
      phone: '090-0000-0000',
      words: 'I come with a child.',
      placed: true,
    });
    expect(event.registrations.find(({ name }) => name === 'Sam (sample)')).toMatchObject({
      ...{ phone: null, reaching: 'sam@example.org', placed: false },
    });
    expect(await (await town.app.request(`/town/events/${id}?lang=en`)).text()).toContain(
      'You can wait for a place',
    );
    expect(await ask('/town/joining/giving-up', one.code)).toBe('Given up.');
    expect(await ask('/town/joining', two.code)).toMatch(/You have a place/);
    expect((await read()).registrations.find(({ name }) => name === 'Sam (sample)')?.to_call).toBe(true);
  });

  test('and hears what is missing, with what was typed', async () => {
    const { status, text } = await send({ name: 'Kim (sample)', reaching: ' ' });
    expect([status, text.includes('value="Kim (sample)"')]).toEqual([422, true]);
    expect(text).toContain('Please write a telephone number');
  });

  test('and the same form sent twice registers once', async () => {
    const form = await (await town.app.request(join)).text();
    const hidden = [...form.matchAll(/name="(id|at|proof)" value="([^"]*)"/g)].map(([, n = '', v = '']) => [
      n,
      v,
    ]);
    town.clock.now = new Date(town.clock.now.getTime() + 9_000);
    const body = () =>
      new URLSearchParams([...hidden, ['name', 'Twice (sample)'], ['reaching', '0942-00-0000']]);
    for (const _ of [1, 2])
      expect((await town.app.request(join, { method: 'POST', body: body() })).status).toBe(200);
    const { registrations } = await read();
    expect(registrations.filter(({ name }) => name === 'Twice (sample)')).toHaveLength(1);
  });
});

describe('what looks like the work of a machine', () => {
  test('is answered alike, takes nobody a place, and is decided by the host', async () => {
    const before = await read();
    const quick = await send({ name: 'Robo (sample)', reaching: 'x' }, 500);
    const trapped = await send({ name: 'Trap (sample)', reaching: 'x', website: 'http://example.org' });
    expect([quick.code, trapped.code].every((code) => /^[0-9A-Z-]{19}$/.test(code))).toBe(true);
    const after = await read();
    expect([after.placed, after.waiting]).toEqual([before.placed, before.waiting]);
    expect(after.held.map(({ name, held_back }) => [name, held_back])).toEqual([
      ['Robo (sample)', 'too_fast'],
      ['Trap (sample)', 'hidden_field'],
    ]);
    expect(await ask('/town/joining', quick.code)).toMatch(/Please wait until/);
    const [robo, trap] = after.held;
    await hara.call(takeEventRequest, { id: robo?.id ?? '' });
    await hara.call(dropEventRequest, { id: trap?.id ?? '' });
    expect((await read()).held).toEqual([]);
    expect(await ask('/town/joining', quick.code)).toMatch(/waiting list|have a place/);
  });

  test('learns nothing from a number that was never given', async () => {
    expect(await ask('/town/joining', '0000-0000-0000-0000')).toMatch(/no registration with this number/);
    expect(await ask('/town/joining/giving-up', '0000-0000-0000-0000')).toMatch(/no registration/);
  });
});

test('two who give up at once let two move up', async () => {
  const { registrations } = await read();
  const placed = registrations.filter((one) => one.placed && !one.cancelled).slice(0, 2);
  await Promise.all(placed.map((one) => hara.call(cancelRegistration, { id: one.id }, mintId())));
  const after = await read();
  expect(after.placed).toBe(Math.min(3, after.placed + after.waiting));
});

test('what was written is forgotten a month after the event, and with the name', async () => {
  const rows = () => town.look('select 1 from event_requests');
  expect((await rows()).length).toBeGreaterThan(0);
  const { sweepGuests } = await import('./jobs.ts');
  town.clock.now = new Date('2026-03-20T10:00:00+09:00');
  await sweepGuests(town.database);
  expect(await rows()).toEqual([]);
});
