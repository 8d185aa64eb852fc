import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDraft, saveDraft } from '#platform/drafts/api.ts';
import { isCommand } from '#platform/operation.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const acts = Object.values(api).filter((one) => 'route' in one);

test('nothing typed for a conference, sealed or not, is kept as a draft', async () => {
  expect(acts.filter(isCommand).length).toBeGreaterThan(10);
  const forms = [
    ...acts.map(({ route }) => `${route} /conference-items/${town.id('item')}`),
    `POST /intakes /conference-items/${town.id('item')}`,
  ];
  for (const form of forms) {
    const typed = { form, content: { words: 'だれにも見せないことば' } };
    for (const who of ['eguchi-coordinator', 'kakihara', 'nagata'])
      await expectRefusal(town.as(who).call(saveDraft, typed), 'refused');
    expect((await town.as('kakihara').call(readDraft, { form })).content).toBeNull();
  }
  expect(await town.look('select form from drafts')).toEqual([]);
});

test('no page of a conference asks for it', () => {
  const pages = join(import.meta.dirname, 'pages');
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files)
    expect([file, /\bkeeps\b/.test(readFileSync(join(pages, file), 'utf8'))]).toEqual([file, false]);
});
