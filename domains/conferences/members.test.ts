import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { openRig } from './rig.ts';

const town = await openTown('cast');
const rig = openRig(town);
const convener = town.as('kakihara');
const centre = town.id('body:地域包括支援センター');
const council = town.id('body:社協');

async function name(body_id: string, more: { kind_code?: string; starts_on?: string } = {}) {
  const id = mintId();
  const member = { id, kind_code: 'support', body_id, starts_on: '2026-02-01', ...more };
  await convener.call(api.nameConferenceMember, member);
  return id;
}

const guest = (item_id: string, member_id: string | null = null) =>
  convener.call(api.inviteGuest, {
    ...{ id: mintId(), item_id, member_id },
    ...{ name: '見本 署員', office: '見本警察署 生活安全課' },
  });

test('a sealed item seats whoever is of a body on the list of its kind on its day, and nobody else', async () => {
  const sitting = await rig.callSitting('kakihara');
  const before = await rig.addItem('kakihara', sitting, 'support');
  // As long as no list was written down, there is none to keep to.
  await rig.invite('kakihara', before, ['eguchi-coordinator', 'nagata']);
  const listed = await name(centre);
  const item = await rig.addItem('kakihara', sitting, 'support');
  await rig.invite('kakihara', item, ['nagata']);
  const refused = await expectRefusal(rig.invite('kakihara', item, ['eguchi-coordinator']), 'invalid');
  expect(refused.fields.seats).toContain('名簿');
  expect((await expectRefusal(guest(item), 'invalid')).fields).toHaveProperty('member_id');
  await guest(item, listed);
  const late = await name(council, { starts_on: '2026-02-03' });
  await expectRefusal(rig.invite('kakihara', item, ['eguchi-coordinator']), 'invalid');
  await expectRefusal(guest(item, late), 'invalid');
  // Another kind has a list of its own, and what needs the person’s consent asks the consent alone.
  const other = await rig.addItem('kakihara', sitting, 'child_protection');
  await rig.invite('kakihara', other, ['eguchi-coordinator']);
});

test('the lists are the convener’s, and a body leaves one from a day on', async () => {
  const id = await name(town.id('body:民児協'));
  await expectRefusal(name(town.id('body:民児協')), 'invalid');
  await expectRefusal(name(centre, { kind_code: 'nothing' }), 'invalid');
  await expectRefusal(name(mintId()), 'invalid');
  const end = (ends_on: string) => convener.call(api.endConferenceMember, { id, ends_on });
  expect((await expectRefusal(end('2026-01-31'), 'invalid')).fields).toHaveProperty('ends_on');
  await end('2026-02-01');
  const { members } = await town.as('nagata').call(api.listConferenceMembers, {});
  expect(members.find((one) => one.id === id)).toMatchObject({ kind_code: 'support', ends_on: '2026-02-01' });
  await expectRefusal(
    town.as('nagata').call(api.endConferenceMember, { id, ends_on: '2026-02-02' }),
    'not_allowed',
  );
});
