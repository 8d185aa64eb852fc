import { createHash } from 'node:crypto';
import type pg from 'pg';
import * as m from '#messages';
import { type Credential, Database } from '#platform/db.ts';
import type { BoundOperation } from '#platform/domain.ts';
import type { Operation } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { plantActivities, plantCommissionerDuties } from './activities/fixtures.ts';
import { plantBoards, plantBoardsOfDistricts } from './boards/fixtures.ts';
import { plantCards } from './cards/fixtures.ts';
import { plantCases } from './cases/fixtures.ts';
import { plantConferences } from './conferences/fixtures.ts';
import { plantConsent } from './consent/fixtures.ts';
import { plantContributions } from './contributions/fixtures.ts';
import { plantDisposals } from './disposals/fixtures.ts';
import { plantDistricts } from './districts/fixtures.ts';
import { plantCountingModes } from './encounters/fixtures.ts';
import { plantAnswers, plantDuties } from './escalations/fixtures.ts';
import { plantFood, plantFoodOfDistricts } from './food/fixtures.ts';
import { plantGathering, plantMembers } from './groups/fixtures.ts';
import { operations } from './index.ts';
import { plantItemEndings, plantItems } from './items/fixtures.ts';
import { plantLedger } from './ledgers/fixtures.ts';
import { plantLetters } from './letters/fixtures.ts';
import { plantNotices } from './notices/fixtures.ts';
import { plantHouseholdAnswers, plantParties } from './parties/fixtures.ts';
import { plantPlaces, plantPlacesOfDistricts } from './places/fixtures.ts';
import { plantFixing, plantPlan } from './plan/fixtures.ts';
import type { Planting } from './planting.ts';
import { plantPosts, plantTown } from './posts/fixtures.ts';
import { plantInquiryFixing, plantOwnAnswers, plantProjects } from './projects/fixtures.ts';
import {
  plantAssignments,
  plantFiscal2024,
  plantFiscal2025,
  plantHandover,
  plantLateVisit,
} from './visits/fixtures.ts';
import { plantWishesOfDistricts } from './wishes/district-fixtures.ts';
import { plantWishes } from './wishes/fixtures.ts';

/** The day the sample town lives on: 令和7年度 is open, 令和6年度 fixed and published. */
export const sampleDay = '2026-02-02';

/**
 * Plants the sample town in an empty, migrated database: the cast and their households always, the two years'
 * visits, sheets and intakes only where asked for.
 *
 * @param pool a pool of the app's login: planting passes the gate like everybody
 */
export async function plantSampleTown(
  pool: pg.Pool,
  { years, say }: { years: boolean; say: Planting['say'] },
): Promise<void> {
  const planting = openPlanting(pool, say);
  await plantAll(planting, years);
}

async function plantAll(planting: Planting, years: boolean): Promise<void> {
  planting.say(m.domains_planting_people(), 0);
  await plantTown(planting);
  await plantDistricts(planting);
  await plantPosts(planting);
  await plantConsent(planting);
  await plantParties(planting);
  await plantAssignments(planting);
  await plantDuties(planting);
  await plantCommissionerDuties(planting);
  await plantCountingModes(planting);
  await plantMembers(planting);
  planting.say(m.domains_planting_plan(), 0.05);
  await plantPlan(planting);
  await plantProjects(planting);
  await plantCases(planting);
  await plantConferences(planting);
  await plantLetters(planting);
  await plantPlaces(planting);
  await plantWishes(planting);
  await plantCards(planting);
  await plantContributions(planting);
  await plantFood(planting);
  await plantBoards(planting);
  await plantNotices(planting);
  if (!years) return;
  await plantFiscal2024(planting);
  await plantFixing(planting);
  await plantInquiryFixing(planting);
  await plantLateVisit(planting);
  const own = await plantItems(planting);
  await plantLedger(planting, await plantFiscal2025(planting, own));
  await plantAnswers(planting);
  await plantHouseholdAnswers(planting, own);
  await plantOwnAnswers(planting, own);
  await plantItemEndings(planting);
  await plantHandover(planting);
  await plantPlacesOfDistricts(planting);
  await plantFoodOfDistricts(planting);
  await plantBoardsOfDistricts(planting);
  await plantWishesOfDistricts(planting);
  await plantActivities(planting);
  await plantDisposals(planting);
  await plantGathering(planting);
  planting.say(m.domains_planting_done(), 1);
}

function openPlanting(pool: pg.Pool, say: Planting['say']): Planting {
  let clock = new Date('2024-04-01T00:00:00Z');
  const database = new Database(pool, () => clock);
  const bound = new Map<Operation, BoundOperation>(operations.map((o) => [o.declared, o]));
  return {
    id: idOf,
    say,
    async call(who, at, op, input) {
      clock = new Date(at);
      const found = bound.get(op);
      if (!found) throw new Error(`not in domains/index.ts: ${op.route}`);
      return (await perform(database, found, enterAs(who), input, mintId())) as never;
    },
  };
}

/** Before there is a town nobody can be in; whoever writes over the public form has no post. */
function enterAs(who: string): Credential {
  if (who === 'founder') return { kind: 'none' };
  if (who === 'letterbox') return { kind: 'system', name: 'letterbox' };
  return { kind: 'post', post: idOf(`post:${who}`) };
}

/** A name's id: a UUID of version 7 with the town's first day as its time, so that it sorts before all that comes. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `018e9550-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
