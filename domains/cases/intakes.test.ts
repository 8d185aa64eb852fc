import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { listClients, readClient } from './client-api.ts';
import { receiveIntake } from './intake-api.ts';

const town = await openTown('cast');
const ids = () => ({ id: mintId(), client_id: mintId() });

describe('a first word at any door', () => {
  test('needs no more than what was heard: without a name the person is spoken of by day and way', async () => {
    const first = ids();
    await town.as('nakajima').call(receiveIntake, { ...first, trouble: '眠れない' });
    expect(await town.as('nakajima').call(readClient, { id: first.client_id })).toMatchObject({
      name: null,
      called: '2月2日の相談（電話）',
      own: true,
      intakes: [{ id: first.id, trouble: '眠れない', channel: 'phone' }],
    });
  });

  test('is one record of one window: another finds neither the person nor the word', async () => {
    const list = async (who: string) =>
      (await town.as(who).call(listClients, {})).clients.map(({ id }) => id);
    expect(await list('nakajima')).toEqual(
      expect.arrayContaining(['ishibashi', 'keiko', 'wataru', 'min'].map((key) => town.id(`client:${key}`))),
    );
    expect(await list('nagata')).toEqual([town.id('client:ishibashi-nagata')]);
    await expectRefusal(town.as('nagata').call(readClient, { id: town.id('client:ishibashi') }), 'not_found');
  });

  test('of somebody who is known adds no second person', async () => {
    const again = { id: mintId(), client_id: town.id('client:min'), known: true };
    await town.as('nakajima').call(receiveIntake, again);
    await expectRefusal(town.as('nagata').call(receiveIntake, { ...again, id: mintId() }), 'not_found');
    await expectRefusal(
      town.as('nagata').call(receiveIntake, { ...again, id: mintId(), known: false }),
      'id_taken',
    );
    expect((await town.as('nakajima').call(readClient, { id: again.client_id })).intakes).toHaveLength(2);
  });
});
