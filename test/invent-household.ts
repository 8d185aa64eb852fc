import { registerHousehold } from '#domains/parties/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import type { Town } from './town.ts';

type Registered = InputOf<typeof registerHousehold>;

/** An invented household as it is typed. */
export function inventHousehold(more: Partial<Registered> = {}): Registered {
  return {
    id: mintId(),
    name: '見本 はな',
    kana: 'みほん はな',
    address: '見本町1-1',
    phone: '0942-00-0001',
    ...more,
  };
}

/** For tests: registers an invented household under a post of the cast, and answers its id. */
export async function registerAs(town: Town, who: string, more: Partial<Registered> = {}): Promise<string> {
  const household = inventHousehold(more);
  await town.as(who).call(registerHousehold, household);
  return household.id;
}
