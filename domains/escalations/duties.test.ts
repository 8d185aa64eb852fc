import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import {
  addDuty,
  closeDays,
  endDuty,
  listDuties,
  openDay,
  readDutyNow,
  readOfficeHours,
  setOfficeHours,
} from './api.ts';
import { sweepDuties } from './jobs.ts';

const town = await openTown('cast');
const [shiraishi, ogata, koga] = [town.as('shiraishi'), town.as('ogata'), town.as('koga')];

test('the district’s own number is called before the town’s, and only in that district', async () => {
  const duty = {
    hours: 'office',
    name: '鳥飼の窓口',
    phone: '0942-00-0111',
    starts_on: '2026-02-02',
  } as const;
  const id = mintId();
  await ogata.call(addDuty, { id, ...duty, district_id: town.id('district:鳥飼') });
  const phones = async (who: string) =>
    (await town.as(who).call(readDutyNow, {})).contacts.map(({ phone }) => phone);
  expect(await phones('koga')).toEqual(['0942-00-0111', '0942-00-0110']);
  expect(await phones('sakai')).toEqual(['0942-00-0110']);
  const { duties, officers } = await koga.call(listDuties, {});
  expect(duties).toHaveLength(3);
  expect(officers).toEqual([]);
  await ogata.call(endDuty, { id });
  expect(await phones('koga')).toEqual(['0942-00-0110']);
  await expectRefusal(ogata.call(endDuty, { id }), 'not_found');
});

test('only an officer who can be put on the roster is put on it', async () => {
  const duty = {
    id: mintId(),
    hours: 'office',
    name: '見本',
    phone: '0942-00-0112',
    starts_on: '2026-02-02',
  } as const;
  await expectRefusal(ogata.call(addDuty, { ...duty, post_id: town.id('post:furukawa') }), 'invalid');
  await expectRefusal(ogata.call(addDuty, { ...duty, phone: '電話' }), 'invalid');
  await expectRefusal(ogata.call(addDuty, { ...duty, ends_on: '2026-02-01' }), 'invalid');
  await ogata.call(addDuty, { ...duty, post_id: town.id('post:ogata') });
});

test('days off are read from the government’s list as it is, one line that cannot be read refuses all', async () => {
  const lines = '国民の祝日・休日月日,国民の祝日・休日名称\n2027/1/11,成人の日\n2027-02-11、建国記念の日\n\n';
  expect(await shiraishi.call(closeDays, { lines })).toEqual({ days: 2 });
  const { closed, closed_until } = await shiraishi.call(readOfficeHours, {});
  expect(closed).toContainEqual({ day: '2027-01-11', name: '成人の日' });
  expect(closed_until).toBe('2027-02-11');
  const wrong = await expectRefusal(
    shiraishi.call(closeDays, { lines: '2027/3/1,見本\n2027/2/30,見本' }),
    'invalid',
  );
  expect(wrong.fields.lines).toContain('2行目');
  expect((await shiraishi.call(readOfficeHours, {})).closed_until).toBe('2027-02-11');
  town.clock.now = new Date('2026-02-02T10:01:00+09:00');
  await shiraishi.call(openDay, { day: '2027-02-11' });
  expect((await shiraishi.call(readOfficeHours, {})).closed_until).toBe('2027-01-11');
  await expectRefusal(shiraishi.call(openDay, { day: '2027-02-11' }), 'not_found');
});

test('whom one could call is forgotten a year after it ended, and nobody who still answers', async () => {
  const past = { hours: 'office', name: '見本', phone: '0942-00-0113', starts_on: '2024-12-01' } as const;
  await ogata.call(addDuty, { id: mintId(), ...past, ends_on: '2025-01-31' });
  expect(await sweepDuties(town.database)).toBe(1);
  expect(await sweepDuties(town.database)).toBe(0);
  expect(await town.look(`select from duties where phone = '0942-00-0119'`)).toHaveLength(1);
});

test('hours hold from their day on', async () => {
  const hours = { weekdays: [1, 2, 3, 4, 5, 6], opens: '09:00', closes: '18:00', alarm_minutes: 20 };
  await expectRefusal(
    shiraishi.call(setOfficeHours, { id: mintId(), ...hours, starts_on: '2026-02-01' }),
    'invalid',
  );
  await expectRefusal(
    shiraishi.call(setOfficeHours, { id: mintId(), ...hours, closes: '08:00', starts_on: '2026-03-01' }),
    'invalid',
  );
  await shiraishi.call(setOfficeHours, { id: mintId(), ...hours, starts_on: '2026-03-01' });
  expect(await koga.call(readOfficeHours, {})).toMatchObject({
    opens: '08:30',
    since: null,
    next: { ...hours, starts_on: '2026-03-01' },
  });
  town.clock.now = new Date('2026-03-07T17:30:00+09:00');
  expect(await koga.call(readDutyNow, {})).toMatchObject({ open: true, alarm_minutes: 20 });
});
