import { expect, test } from 'vitest';
import { openTown } from '../../test/town.ts';

/** Holder, district and group of an encounter are copies: nothing but what writes them keeps them true. */
test('every encounter of the sample town belongs to a body and a district that are there, and a visit to its household’s holder', async () => {
  const town = await openTown('sample');
  const [found] = await town.look<{ kinds: number; strays: number }>(
    `select count(distinct e.kind)::int as kinds, count(*) filter (where b.id is null or g.id is null
        or (e.district_id is not null and d.id is null) or v.holder_id <> e.holder_id or p.body_id <> e.group_id)::int as strays
      from encounters e
      left join bodies b on b.id = e.holder_id
      left join bodies g on g.id = e.group_id
      left join districts d on d.id = e.district_id
      left join posts p on p.id = e.post_id and e.kind = 'visit'
      left join visits v on v.id = e.id`,
  );
  expect(found?.kinds).toBeGreaterThan(5);
  expect(found?.strays).toBe(0);
});
