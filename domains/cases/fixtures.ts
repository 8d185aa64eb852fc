import type { Planting } from '../planting.ts';
import { plantHouseholdCases } from './case-fixtures.ts';
import { plantFirstWords } from './client-fixtures.ts';
import { plantJoinings } from './joining-fixtures.ts';
import { plantPlan } from './plan-fixtures.ts';

/** The people windows work with, and what is done with them. */
export async function plantCases(planting: Planting): Promise<void> {
  await plantFirstWords(planting);
  await plantPlan(planting);
  await plantHouseholdCases(planting);
  await plantJoinings(planting);
}
