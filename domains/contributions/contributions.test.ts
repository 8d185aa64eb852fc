import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  correctContribution,
  listContributions,
  printContributions,
  readContribution,
  recordContributionResult,
  recordPermission,
  writeContribution,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const canteen = town.id('contribution:canteen');
const said = { kinds: ['skills' as const], insurance: 'own' as const, starts_on: '2026-02-01' };
const published = async () => (await town.app.request('/contributions-published')).text();

async function write(offer = 'wish:students-offer', more: object = {}) {
  const id = mintId();
  await ogata.call(writeContribution, { id, offer_id: town.id(offer), ...said, ...more });
  return id;
}

function say(contribution_id: string, allows: 'named' | 'unnamed' | 'nothing', words?: string) {
  town.clock.now = new Date(town.clock.now.getTime() + 1000);
  return ogata.call(recordPermission, {
    ...{ id: mintId(), contribution_id, allows, said_by: '見本の担当', said_on: '2026-02-01' },
    ...(words ? { words } : {}),
  });
}

describe('a contribution', () => {
  test('says what is given, on which conditions, what it brought to both, and the thanks that may be told', async () => {
    const read = await ogata.call(readContribution, { id: canteen });
    expect([read.participant_name, read.kinds, read.insurance]).toEqual([
      '見本製作所（見本）',
      ['place', 'people'],
      'council',
    ]);
    expect([read.results.length, read.came_true, read.thanks]).toEqual([
      1,
      ['2026-01-25'],
      [{ words: '娘と一緒に、みなさんとフォーを作れました。', on: '2026-01-25' }],
    ]);
    expect((await ogata.call(listContributions, {})).contributions.map(({ id }) => id)).toContain(canteen);
  });

  test('is of an organisation’s offer alone, and ends after it began', async () => {
    for (const offer of ['wish:wataru-offer', 'wish:mihon-works-wish']) {
      const asked = { id: mintId(), offer_id: town.id(offer), ...said };
      expect((await expectRefusal(ogata.call(writeContribution, asked), 'invalid')).fields).toHaveProperty(
        'offer_id',
      );
    }
    const early = { id: mintId(), offer_id: town.id('wish:students-offer'), ...said, ends_on: '2026-01-01' };
    expect((await expectRefusal(ogata.call(writeContribution, early), 'invalid')).fields).toHaveProperty(
      'ends_on',
    );
  });

  test('is corrected by one at a time, and looked back on in words for one side at least', async () => {
    const id = await write();
    const mended = { id, version: 1, ...said, conditions: '平日の夕方だけ' };
    await ogata.call(correctContribution, mended);
    await expectRefusal(ogata.call(correctContribution, mended), 'refused');
    const back = { id: mintId(), contribution_id: id, looked_on: '2026-02-01' };
    await expectRefusal(ogata.call(recordContributionResult, back), 'invalid');
    await expectRefusal(
      ogata.call(recordContributionResult, { ...back, looked_on: '2027-01-01', brought_giver: '見本' }),
      'invalid',
    );
    await ogata.call(recordContributionResult, { ...back, brought_giver: '学生が町を知った' });
    expect((await ogata.call(readContribution, { id })).results[0]?.brought_giver).toBe('学生が町を知った');
  });

  test('is printed for one organisation and year', async () => {
    const pdf = await ogata.call(printContributions, { participant_id: town.id('participant:mihon-works') });
    expect(
      Buffer.from(pdf as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await expectRefusal(ogata.call(printContributions, { participant_id: mintId() }), 'not_found');
  });
});

describe('the page that anybody may open', () => {
  test('shows the words an organisation agreed to, and its name only where it agreed to that', async () => {
    const id = await write();
    expect(await published()).toContain('見本製作所（見本）');
    await expectRefusal(say(id, 'named'), 'invalid');
    expect(await published()).not.toContain('学生の会');
    await say(id, 'unnamed', '学生が日本語のおしゃべりの相手をしています');
    const unnamed = await published();
    expect([unnamed.includes('おしゃべりの相手をしています'), unnamed.includes('学生の会')]).toEqual([
      true,
      false,
    ]);
    await say(id, 'named', '学生が日本語のおしゃべりの相手をしています');
    expect(await published()).toContain('学生の会');
    await say(id, 'nothing');
    expect(await published()).not.toContain('おしゃべりの相手をしています');
  });

  test('shows nothing that is over or has not begun', async () => {
    const [past, future] = [
      await write('wish:students-offer', { starts_on: '2025-04-01', ends_on: '2025-12-31' }),
      await write('wish:students-offer', { starts_on: '2026-04-01' }),
    ];
    await say(past, 'named', '終わった見本');
    await say(future, 'named', 'これからの見本');
    const text = await published();
    for (const words of ['終わった見本', 'これからの見本']) expect(text).not.toContain(words);
  });
});
