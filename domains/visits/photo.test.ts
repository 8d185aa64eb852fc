import { expect, test } from 'vitest';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { type Caller, expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { leaveWhatIsSeen } from './photo.ts';

const town = await openTown('cast');
const [own] = await town.look<{ id: string }>(
  `select household_id as id from household_assignments where post_id = $1 and ends_on is null order by 1`,
  [town.id('post:koga')],
);

const segment = (marker: number, said: string) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(said.length + 2, 2);
  return Buffer.concat([head, Buffer.from(said, 'latin1')]);
};
const picture = Buffer.concat([
  segment(0xc0, 'frame'),
  segment(0xda, 'scan'),
  Buffer.from([1, 2, 0xff, 0xd9]),
]);
const plain = Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, 'JFIF'), picture]);
const telling = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, 'JFIF'),
  segment(0xe1, 'Exif GPS 33.3 130.5'),
  segment(0xfe, 'taken with a phone'),
  picture,
]);

function record(who: Caller, bytes: Buffer) {
  const visit: InputOf<typeof api.recordVisit> = {
    ...{ id: mintId(), household_id: own?.id ?? '', visited_on: '2026-02-01' },
    ...{ channel: 'face', contact: 'met', photo: { base64: bytes.toString('base64') } },
  };
  return who.call(api.recordVisit, visit);
}

test('a photograph is kept beside its visit without where and with what it was taken', async () => {
  const koga = town.as('koga');
  const { id } = await record(koga, telling);
  expect((await koga.call(api.readVisit, { id })).has_photo).toBe(true);
  for (const who of ['koga', 'furukawa'])
    expect(Buffer.from((await town.as(who).call(api.readVisitPhoto, { id })) as never).equals(plain)).toBe(
      true,
    );
  for (const elsewhere of ['sakai', 'kusano-lead'])
    await expectRefusal(town.as(elsewhere).call(api.readVisitPhoto, { id }), 'not_found');
});

test('whoever may change the visit takes its photograph out, and the visit stays', async () => {
  const koga = town.as('koga');
  const { id } = await record(koga, plain);
  await expectRefusal(town.as('sakai').call(api.takeOutVisitPhoto, { id }), 'not_found');
  await koga.call(api.takeOutVisitPhoto, { id });
  await expectRefusal(koga.call(api.takeOutVisitPhoto, { id }), 'not_found');
  await expectRefusal(koga.call(api.readVisitPhoto, { id }), 'not_found');
  expect(await koga.call(api.readVisit, { id })).toMatchObject({ has_photo: false, contact: 'met' });
});

test('what is no photograph, or too large, is refused with a sentence, and the visit is not half recorded', async () => {
  const before = await town.look('select from visits');
  for (const bytes of [
    Buffer.from('%PDF-1.7'),
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.concat([plain.subarray(0, 20), Buffer.alloc(4 * 1024 * 1024)]),
  ]) {
    const refused = await expectRefusal(record(town.as('koga'), bytes), 'invalid');
    expect(refused.fields).toHaveProperty('photo');
  }
  expect(await town.look('select from visits')).toHaveLength(before.length);
});

test('a picture whose segments do not follow one another is no picture', () => {
  expect(
    leaveWhatIsSeen(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from('not a segment')])),
  ).toBeNull();
  expect(leaveWhatIsSeen(plain)?.equals(plain)).toBe(true);
});
