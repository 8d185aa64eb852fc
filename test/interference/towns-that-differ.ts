import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { openTown, raiseTown, type Town } from '../town.ts';
import { listActivityChanges } from './activity-changes.ts';
import { listBoardChanges } from './board-changes.ts';
import { listCardChanges } from './card-changes.ts';
import { listCaseChanges } from './case-changes.ts';
import { hiddenFrom, listChanges } from './changes.ts';
import {
  type Answers,
  collectAnswers,
  findDifferences,
  listIds,
  poolFrom,
  seesDifference,
} from './compare.ts';
import { listConferenceChanges } from './conference-changes.ts';
import { listConsentChanges } from './consent-changes.ts';
import { listDisclosureChanges } from './disclosure-changes.ts';
import { listEscalationChanges } from './escalation-changes.ts';
import { listFoodChanges } from './food-changes.ts';
import { listInquiryChanges } from './inquiry-changes.ts';
import { askItems, listItemChanges } from './item-changes.ts';
import { listJoiningChanges } from './joining-changes.ts';
import { listLetterChanges } from './letter-changes.ts';
import { listNoticeChanges } from './notice-changes.ts';
import { listPaperChanges } from './paper-changes.ts';
import { listPeopleChanges } from './people-changes.ts';
import { listPhoneChanges } from './phone-changes.ts';
import { listPlaceChanges } from './place-changes.ts';
import { listPlanChanges } from './plan-changes.ts';
import { collectPublicAnswers } from './public-pages.ts';
import type { Pool } from './questions.ts';
import { listStoryChanges } from './story-changes.ts';
import { listWishChanges } from './wish-changes.ts';

const long = process.env.KANAEAU_TEST_LONG === '1';
const rounds = Number(process.env.KANAEAU_TEST_ROUNDS ?? 1);
/** Every call leaves a row in the trail, also the calls that ask: who reads the trail sees that, in both towns. */
const asked = operations.filter((o) => o.domain !== 'audit');
const words = ['見本', 'かくれ', 'みほん'];

/**
 * Two towns that differ only in rows a post may not see, and agree in the figures that docs/gate.md grants it,
 * answer every read operation of that post with the same bytes. The trail of the change is taken away before
 * asking, since auditors may read it.
 *
 * @param part of so many, from one: each is a test file of its own, so that they are asked side by side
 */
export async function compareTowns(part: number, of: number): Promise<void> {
  const plain = await openTown('cast');
  await askItems(plain);
  await forgetTrail(plain);
  const plainIds = await listIds(plain);
  const plainToAnybody = await collectPublicAnswers(plain);
  /** By post: the plain town is asked each question once. */
  const plainAnswers = new Map<string, Map<string, string>>();
  let pairs = 0;
  let questions = 0;

  for (let n = 0; n < rounds; n++) {
    for (const [turn, change] of [
      ...listChanges(n),
      ...listItemChanges(n),
      ...listInquiryChanges(n),
      ...listPeopleChanges(n),
      ...listConsentChanges(n),
      ...listConferenceChanges(n),
      ...listDisclosureChanges(n),
      ...(n === 0 ? listPhoneChanges() : []),
      ...listBoardChanges(n),
      ...listNoticeChanges(n),
      ...listPaperChanges(n),
      ...listActivityChanges(n),
      ...listPlanChanges(n),
      ...listCaseChanges(n),
      ...listLetterChanges(n),
      ...listCardChanges(n),
      ...listWishChanges(n),
      ...listStoryChanges(n),
      ...listEscalationChanges(n),
      ...listJoiningChanges(n),
      ...listPlaceChanges(n),
      ...listFoodChanges(n),
    ].entries()) {
      if (turn % of !== part - 1) continue;
      describe(`${change.name}${rounds > 1 ? ` (${n + 1})` : ''}`, () => {
        let changed: Town;
        let pool: Pool;
        beforeAll(async () => {
          const { town, close } = await raiseTown('cast');
          changed = town;
          await askItems(town);
          await change.make(town);
          await forgetTrail(town);
          const few = poolFrom(
            plainIds,
            await listIds(town),
            words,
            long ? undefined : { hidden: 2, shared: 1 },
          );
          pool = { ...few, also: change.about ? [await change.about(town)] : [] };
          return close;
        });

        for (const who of choosePosts(hiddenFrom(change), turn)) {
          test(`changes no answer to ${who}`, async () => {
            const [before, after] = await askBoth(changed, who, pool);
            expect(findDifferences(who, before, after)).toEqual([]);
            expect(after.size).toBeGreaterThan(30);
            pairs += 1;
            questions += after.size;
          });
        }
        test('changes no page that anybody may open', async () => {
          const after = await collectPublicAnswers(changed);
          expect(findDifferences('anybody', plainToAnybody, after)).toEqual([]);
          expect(after.size).toBeGreaterThan(20);
          pairs += 1;
          questions += after.size;
        });
        if (n === 0) {
          test('does change an answer to somebody who may see it', async () => {
            let seen = false;
            for (const who of change.seenBy) {
              const towns = { before: plain.as(who), after: changed.as(who), known: knownTo(who) };
              seen = await seesDifference(towns, asked, pool);
              if (seen) break;
            }
            expect(seen).toBe(true);
          });
        }
      });
    }
  }

  test('so many pairs of towns were compared', () => {
    expect(pairs).toBeGreaterThanOrEqual((long ? 1000 : 40) / of);
    if (long) process.stdout.write(`${pairs} pairs of towns, ${questions} questions asked of both\n`);
  });

  async function askBoth(changed: Town, who: string, pool: Pool): Promise<[Answers, Answers]> {
    return [
      await collectAnswers(plain.as(who), asked, pool, knownTo(who)),
      await collectAnswers(changed.as(who), asked, pool),
    ];
  }

  function knownTo(who: string): Map<string, string> {
    const known = plainAnswers.get(who) ?? new Map<string, string>();
    plainAnswers.set(who, known);
    return known;
  }
}

/** One post for each change, the next for the next; in a long run so many that a round is over a thousand pairs. */
function choosePosts(posts: string[], turn: number): string[] {
  const many = Math.min(long ? 10 : 1, posts.length);
  return Array.from({ length: many }, (_, i) => posts[(turn * many + i) % posts.length] ?? '');
}

async function forgetTrail(town: Town): Promise<void> {
  await town.look('delete from audit_inbox where at >= $1', ['2026-02-01']);
  await town.look('delete from calls where called_at >= $1', ['2026-02-01']);
}
