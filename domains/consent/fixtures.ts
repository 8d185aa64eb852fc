import { sampleDistricts } from '../districts/fixtures.ts';
import type { Planting } from '../planting.ts';
import { gathererOf } from '../posts/fixtures.ts';
import { provide } from './api.ts';
import { idOfBasis } from './bases.ts';

const at = '2024-04-02T09:00:00+09:00';

/**
 * Every 校区社協 entrusts the council with supporting its visits, so that the council's officer sees what is needed for
 * that; 鳥飼 also provides households and visits to its commissioners, with the consent that it holds.
 */
export async function plantConsent({ call, id }: Planting): Promise<void> {
  for (const { name } of sampleDistricts) {
    await call(gathererOf(name), at, provide, {
      id: id(`provision:${name}:社協`),
      receiver_id: id('body:社協'),
      facets: ['household', 'watching', 'visit'],
      basis_id: idOfBasis('district_council-council-support-entrustment'),
      starts_on: '2024-04-02',
    });
  }
  await call(gathererOf('鳥飼'), at, provide, {
    id: id('provision:鳥飼:民児協'),
    receiver_id: id('body:民児協'),
    facets: ['household', 'visit'],
    basis_id: idOfBasis('district_council-commissioner_council-watching-joint_use'),
    starts_on: '2024-04-02',
  });
}
