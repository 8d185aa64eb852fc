import { mintId } from '#platform/uuid.ts';
import type { Town } from './town.ts';

/** For tests: a person a window knows, put there past the gate, with an address and a telephone. Answers the person's id. */
export async function inventClient(
  town: Town,
  body: string,
  more: { name?: string; born_on?: string; district?: string } = {},
): Promise<string> {
  const id = mintId();
  const holder = town.id(`body:${body}`);
  const name = more.name ?? '見本 はなこ';
  await town.look(
    `with party as (insert into parties (id, kind, holder_id, retention_class) values ($1, 'person', $2, 'case') returning id),
      client as (insert into clients (id, name, kana, born_on, registered_by, registered_at, holder_id)
        select id, $3, 'みほん はなこ', $4, $5, '2026-02-01', $2 from party returning id)
      insert into client_contacts (client_id, address, district_id, phone, holder_id)
        select id, '見本町1-2-3', $6, '0942-00-0000', $2 from client`,
    [
      id,
      holder,
      name,
      more.born_on ?? '1960-05-05',
      town.id('account:nakajima'),
      town.id(`district:${more.district ?? '鳥飼'}`),
    ],
  );
  return id;
}
