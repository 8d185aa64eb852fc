import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { bytesOf, readPdf } from '#test/paper.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const hara = town.as('hara');
const kitchen = town.id('place:kitchen');
let days = 0;

/** An event of its own, on a day of its own before today, so that who came can be written down as well. */
async function openEvent(capacity: number | undefined, day?: string) {
  days += 1;
  const id = mintId();
  const held_on = day ?? `2026-03-${String(days).padStart(2, '0')}`;
  await hara.call(api.writeEvent, {
    ...{ id, place_id: kitchen, title: `見本の催し${days}`, held_on, from: '10:00', until: '12:00' },
    ...{ capacity, shown: true },
  });
  return {
    id,
    held_on,
    read: () => hara.call(api.readEvent, { id }),
    async register(name: string, heads: number) {
      const registration = mintId();
      const input = { id: registration, event_id: id, name, heads, way: 'phone' as const };
      const { guest_id } = await hara.call(api.register, input, mintId());
      return { id: registration, guest_id };
    },
    async standing() {
      const { placed, waiting, registrations } = await hara.call(api.readEvent, { id });
      const names = registrations.filter((one) => !one.cancelled);
      return {
        ...{ placed, waiting },
        in: names.filter((one) => one.placed).map(({ name }) => name),
        wait: names.filter((one) => !one.placed).map(({ name }) => name),
      };
    },
  };
}

const giveUp = (id: string) => hara.call(api.cancelRegistration, { id }, mintId());

describe('several come on one registration', () => {
  test('and the capacity, the waiting list and what is told count heads', async () => {
    const event = await openEvent(5);
    const family = await event.register('家族一（見本）', 3);
    await event.register('家族二（見本）', 3);
    const one = await event.register('一人（見本）', 1);
    const two = await event.register('もう一人（見本）', 1);
    expect(await event.standing()).toEqual({
      ...{ placed: 5, waiting: 3, wait: ['家族二（見本）'] },
      in: ['家族一（見本）', '一人（見本）', 'もう一人（見本）'],
    });
    // One place free is none for three; whoever comes later and needs one takes it.
    await giveUp(one.id);
    expect((await event.standing()).wait).toEqual(['家族二（見本）']);
    await event.register('後の一人（見本）', 1);
    expect((await event.standing()).wait).toEqual(['家族二（見本）']);
    await giveUp(two.id);
    await giveUp(family.id);
    const after = await event.read();
    expect([after.placed, after.waiting]).toEqual([4, 0]);
    const moved = after.registrations.find(({ name }) => name === '家族二（見本）');
    expect(moved).toMatchObject({ heads: 3, placed: true, to_call: true });
  });

  test('and never more than there is room for, however many register or give up at once', async () => {
    const event = await openEvent(7);
    const made = await Promise.all(
      [3, 2, 3, 1, 2, 3, 2, 1].map((heads, n) => event.register(`同時${n}（見本）`, heads)),
    );
    const first = await event.standing();
    expect(first.placed).toBe(7);
    expect(first.placed + first.waiting).toBe(17);
    const { registrations } = await event.read();
    const placed = new Set(registrations.filter((one) => one.placed).map(({ id }) => id));
    const gone = made.filter(({ id }) => placed.has(id)).slice(0, 2);
    await Promise.all(gone.map(({ id }) => giveUp(id)));
    const after = await event.read();
    const waits = after.registrations.filter((one) => !one.placed && !one.cancelled);
    expect(after.placed).toBeLessThanOrEqual(7);
    // Nobody waits for whom there is room.
    expect(waits.every(({ heads }) => heads > 7 - after.placed)).toBe(true);
  });

  test('but not more than the event has room for at all', async () => {
    const event = await openEvent(4);
    await expectRefusal(event.register('大きな組（見本）', 5), 'refused');
    await expectRefusal(event.register('だれもいない（見本）', 0), 'invalid');
    expect(await event.standing()).toEqual({ placed: 0, waiting: 0, in: [], wait: [] });
  });
});

describe('for how many a registration is can be changed in place', () => {
  const change = (id: string, heads: number) => hara.call(api.changeHeads, { id, heads }, mintId());
  const ofFamily = async (event: Awaited<ReturnType<typeof openEvent>>, name: string) => {
    const found = (await event.read()).registrations.find((one) => one.name === name);
    return found && [found.heads, found.more_heads, found.placed, found.to_call];
  };

  test('fewer free their room at once, and more come along as far as there is room', async () => {
    const event = await openEvent(6);
    const family = await event.register('変える家族（見本）', 4);
    const pair = await event.register('変える二人（見本）', 2);
    await event.register('待つ三人（見本）', 3);
    await change(family.id, 2);
    // Two are free, and not enough for three.
    expect(await event.standing()).toMatchObject({ placed: 4, waiting: 3 });
    await change(family.id, 1);
    expect(await event.standing()).toMatchObject({ placed: 6, waiting: 0, wait: [] });
    expect(await ofFamily(event, '待つ三人（見本）')).toEqual([3, 0, true, true]);
    // No room is left: the place stays, the others wait, and come in when somebody gives up.
    await change(family.id, 3);
    expect(await ofFamily(event, '変える家族（見本）')).toEqual([1, 2, true, false]);
    expect(await event.standing()).toMatchObject({ placed: 6, waiting: 2 });
    await change(pair.id, 1);
    expect(await ofFamily(event, '変える家族（見本）')).toEqual([2, 1, true, true]);
    await giveUp(pair.id);
    expect(await ofFamily(event, '変える家族（見本）')).toEqual([3, 0, true, true]);
    expect(await event.standing()).toMatchObject({ placed: 6, waiting: 0 });
    await expectRefusal(change(family.id, 7), 'refused');
    await expectRefusal(change(pair.id, 1), 'refused');
  });

  test('whoever waits keeps the turn, and who asked for more is behind who waited before', async () => {
    const event = await openEvent(3);
    const one = await event.register('一人目（見本）', 2);
    const two = await event.register('二人目（見本）', 1);
    const first = await event.register('先に待つ（見本）', 1);
    await event.register('後に待つ（見本）', 1);
    await change(first.id, 2);
    town.clock.now = new Date(town.clock.now.getTime() + 60_000);
    await change(two.id, 2);
    expect(await event.standing()).toMatchObject({ placed: 3, waiting: 4 });
    await change(one.id, 1);
    // One is free: too little for who waits first, enough for who waits next, before the one more of who has a place.
    expect(await event.standing()).toMatchObject({ placed: 3, wait: ['先に待つ（見本）'] });
    await change(first.id, 1);
    await giveUp(one.id);
    expect((await event.standing()).wait).toEqual([]);
    expect(await ofFamily(event, '二人目（見本）')).toEqual([1, 1, true, false]);
  });

  test('and never more than there is room for, however many change at once', async () => {
    const event = await openEvent(10);
    const made = [];
    for (const heads of [3, 3, 2, 2]) made.push(await event.register(`同時に変える${made.length}`, heads));
    await Promise.all(made.map(({ id }, n) => change(id, [1, 5, 4, 4][n] ?? 1)));
    const after = await event.read();
    expect([after.placed, after.placed + after.waiting]).toEqual([10, 14]);
  });
});

describe('who came on one registration', () => {
  const counted = async () =>
    (
      await town.look<{ n: number }>(
        "select coalesce(sum(n), 0)::int as n from encounter_tally where kind = 'attendance'",
      )
    )[0]?.n ?? 0;
  const named = (day: string) =>
    town.look(
      `select 1 from attendances where held_on = $1::date and withdrawn_at is null and guest_id is not null`,
      [day],
    );
  const record = (held_on: string, more: object) =>
    hara.call(api.recordAttendance, { place_id: kitchen, held_on, ...more }, mintId());
  const heads = async (day: string) => (await hara.call(api.readPlaceDay, { id: kitchen, day })).heads;
  /** What is told of a day by whoever registered three before it. */
  async function threeOn(day: string) {
    const clock = town.clock.now;
    town.clock.now = new Date(`${day}T09:00:00+09:00`);
    const event = await openEvent(10, day);
    const { guest_id } = await event.register(`三人（見本）${day}`, 3);
    town.clock.now = clock;
    return guest_id;
  }

  test('is one by name and the others without; unticked, all of them are taken back', async () => {
    const day = '2026-01-21';
    const guest = await threeOn(day);
    const before = await counted();
    const read = await hara.call(api.readPlaceDay, { id: kitchen, day });
    expect(read.people.find(({ guest_id }) => guest_id === guest)).toMatchObject({ heads: 3, came: null });
    const list = await hara.call(api.printNameList, { id: kitchen, on: day });
    expect(readPdf(bytesOf(list))).toContain(`三人（見本）${day}申し込み3人`);
    for (const _ of [1, 2]) await record(day, { came: [guest], seen: [guest] });
    expect([await heads(day), await counted(), (await named(day)).length]).toEqual([3, before + 3, 1]);
    await record(day, { came: [], seen: [guest] });
    expect([await heads(day), await counted()]).toEqual([0, before]);
  });

  test('is corrected by a head count, and stays among the heads that were counted', async () => {
    const day = '2026-01-22';
    const guest = await threeOn(day);
    await record(day, { came: [guest], seen: [guest], heads: 2 });
    await record(day, { came: [guest], seen: [guest] });
    expect(await heads(day)).toBe(2);
    const other = '2026-01-23';
    const later = await threeOn(other);
    await record(other, { heads: 12 });
    await record(other, { came: [later], seen: [later], others: '名簿にない人（見本）' });
    expect([await heads(other), (await named(other)).length]).toEqual([12, 2]);
  });
});

describe('over the public form', () => {
  async function send(event: string, fields: Record<string, string>) {
    const join = `/town/events/${event}/join`;
    const form = await (await town.app.request(join)).text();
    const hidden = [...form.matchAll(/name="(id|at|proof)" value="([^"]*)"/g)].map(([, n = '', v = '']) => [
      n,
      v,
    ]);
    town.clock.now = new Date(town.clock.now.getTime() + 10_000);
    const answer = await town.app.request(join, {
      method: 'POST',
      body: new URLSearchParams([...hidden, ...Object.entries(fields)]),
      headers: { cookie: 'kanaeau_language=en' },
    });
    const text = await answer.text();
    return { status: answer.status, text, code: /class="code-shown">([^<]+)</.exec(text)?.[1] ?? '' };
  }

  test('a family registers at once, and its number says for how many', async () => {
    const event = await openEvent(4);
    const family = await send(event.id, { name: 'Lan (sample)', reaching: '090-0000-0001', heads: '３' });
    const wait = await send(event.id, { name: 'Sam (sample)', reaching: '090-0000-0002', heads: '2' });
    expect(await event.standing()).toMatchObject({ placed: 3, waiting: 2, wait: ['Sam (sample)'] });
    const look = async (code: string) =>
      (
        await town.app.request('/town/joining', {
          method: 'POST',
          body: new URLSearchParams({ code }),
          headers: { cookie: 'kanaeau_language=en' },
        })
      ).text();
    expect(await look(family.code)).toMatch(/You have a place[\s\S]*3 in all/);
    expect(await look(wait.code)).toMatch(/waiting list[\s\S]*2 in all/);
    const page = await (await town.app.request(`/town/events/${event.id}?lang=en`)).text();
    expect(page).toContain('There is room');
  });

  test('with the number one was given one changes for how many it is, and keeps the place', async () => {
    const event = await openEvent(4);
    const family = await send(event.id, { name: 'Mai (sample)', reaching: '090-0000-0003', heads: '2' });
    await event.register('隣の一人（見本）', 1);
    const ask = async (heads: string, code = family.code) => {
      const answer = await town.app.request('/town/joining/heads', {
        ...{ method: 'POST', body: new URLSearchParams({ code, heads }) },
        headers: { cookie: 'kanaeau_language=en' },
      });
      return { status: answer.status, text: await answer.text() };
    };
    const more = await ask('４');
    expect(more.text).toMatch(/Changed\.[\s\S]*You have a place[\s\S]*3 in all[\s\S]*1 more are waiting/);
    expect(await event.standing()).toMatchObject({ placed: 4, waiting: 1, wait: [] });
    for (const heads of ['0', '5', 'x']) {
      const wrong = await ask(heads);
      expect([wrong.status, wrong.text.includes(`value="${heads}"`)]).toEqual([422, true]);
      expect(wrong.text).toContain('Please write a number from 1 to 4.');
    }
    expect((await ask('1')).text).toMatch(/You have a place[\s\S]*1 in all/);
    expect(await event.standing()).toMatchObject({ placed: 2, waiting: 0 });
    expect((await ask('2', '0000-0000-0000-0000')).text).toMatch(/no registration with this number/);
  });

  test('a number that cannot be is mended, and nothing typed is lost', async () => {
    const event = await openEvent(6);
    for (const heads of ['0', '7', 'three', '1.5']) {
      const { status, text } = await send(event.id, { name: 'Kim (sample)', reaching: '1', heads });
      expect([status, text.includes(`value="${heads}"`), text.includes('value="Kim (sample)"')]).toEqual([
        ...[422, true, true],
      ]);
      expect(text).toContain('Please write a number from 1 to 6.');
    }
    const large = await openEvent(200);
    expect((await send(large.id, { name: 'Kim', reaching: '1', heads: '11' })).text).toContain(
      'from 1 to 10.',
    );
    expect((await event.standing()).placed + (await large.standing()).placed).toBe(0);
  });
});
