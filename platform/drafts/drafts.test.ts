import { expect, test } from 'vitest';
import { openTown } from '../../test/town.ts';
import { discardDraft, readDraft, saveDraft } from './api.ts';
import { sweepDrafts } from './commands.ts';

const town = await openTown('cast');
const form = 'POST /intakes /intakes/new';
const read = async (who: string) => (await town.as(who).call(readDraft, { form })).content;

test('a draft is its own account’s under the post it is typed for, and the last one counts', async () => {
  await town.as('eguchi').call(saveDraft, { form, content: { trouble: '家賃' } });
  await town.as('eguchi').call(saveDraft, { form, content: { trouble: '家賃が払えない' } });
  expect(await read('eguchi')).toEqual({ trouble: '家賃が払えない' });
  // The same person under another hat, a colleague, the administrator, the auditor.
  for (const who of ['eguchi-coordinator', 'mori', 'nakajima', 'shiraishi', 'shiraishi-audit'])
    expect([who, await read(who)]).toEqual([who, null]);
  await town.as('nakajima').call(discardDraft, { form });
  expect(await read('eguchi')).not.toBeNull();
  await town.as('eguchi').call(discardDraft, { form });
  expect(await read('eguchi')).toBeNull();
});

test('a draft is forgotten thirty days after it was last typed in', async () => {
  await town.as('nakajima').call(saveDraft, { form, content: { wish: '柿' } });
  const before = town.clock.now;
  town.clock.now = new Date(before.getTime() + 29 * 86_400_000);
  expect(await sweepDrafts(town.database)).toBe(0);
  town.clock.now = new Date(before.getTime() + 31 * 86_400_000);
  expect(await sweepDrafts(town.database)).toBe(1);
  town.clock.now = before;
  expect(await read('nakajima')).toBeNull();
});
