import { addCaseMember, openCase } from '#domains/cases/case-api.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from './clients.ts';
import type { Town } from './town.ts';

/** For tests: a case of a mother and her son at 生活自立支援センター, opened by 中島. */
export async function inventCase(town: Town, called = '見本の世帯') {
  const body = '生活自立支援センター';
  const mother = await inventClient(town, body, { name: '見本 恵子' });
  const son = await inventClient(town, body, { name: '見本 航', born_on: '2002-06-01' });
  const id = mintId();
  const nakajima = town.as('nakajima');
  await nakajima.call(openCase, { id, client_id: mother, called });
  await nakajima.call(addCaseMember, { case_id: id, client_id: son, relation: 'child' });
  return { id, mother, son };
}
