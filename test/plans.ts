import { openCase } from '#domains/cases/case-api.ts';
import { draftPlan, proposePlan, recordAgreement, recordFinding } from '#domains/cases/plan-api.ts';
import { idOfBasis } from '#domains/consent/bases.ts';
import { recordConsent } from '#domains/consent/consent-api.ts';
import { provideOfPerson } from '#domains/consent/person-api.ts';
import type { PersonFacet } from '#domains/consent/person-model.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from './clients.ts';
import type { Town } from './town.ts';

/** A person of the centre with a case and a plan, for tests. */
export interface InventedPlan {
  readonly client: string;
  readonly case_id: string;
  readonly plan_id: string;
  readonly goals: readonly string[];
}

/** What a plan says, ready to be put forward. */
export function inventContent(more: Partial<InputOf<typeof draftPlan>> = {}) {
  return {
    kind: 'self_support' as const,
    trouble: '見本：家計のやりくりが分からない',
    starts_on: '2026-02-02',
    ends_on: '2026-07-31',
    next_review_on: '2026-04-30',
    goals: [
      { id: mintId(), span: 'long' as const, words: '見本：家計を自分で回せるようになる' },
      { id: mintId(), span: 'short' as const, words: '見本：毎月の支払いを書き出す' },
    ],
    steps: [
      {
        id: mintId(),
        what: '見本：家計簿をいっしょにつける',
        who: 'body' as const,
        who_named: '生活自立支援センター',
        how_often: '月2回',
        until_on: '2026-07-31',
      },
    ],
    services: ['household_finance'],
    ...more,
  };
}

/** Drafts a plan of 生活自立支援センター for somebody new. */
export async function inventPlan(
  town: Town,
  more: Partial<InputOf<typeof draftPlan>> = {},
): Promise<InventedPlan> {
  const client = await inventClient(town, '生活自立支援センター');
  const case_id = mintId();
  await town.as('nakajima').call(openCase, { id: case_id, client_id: client });
  const plan_id = mintId();
  const content = inventContent(more);
  await town.as('nakajima').call(draftPlan, { ...content, id: plan_id, case_id, client_id: client });
  return { client, case_id, plan_id, goals: content.goals.map(({ id }) => id) };
}

/** Gives facets of a person of the centre to a body, on consent. */
export async function giveFacets(
  town: Town,
  person_id: string,
  body: string,
  facets: PersonFacet[],
): Promise<void> {
  const [window, consent] = [town.as('nakajima'), mintId()];
  const receiver_id = town.id(`body:${body}`);
  await window.call(recordConsent, {
    id: consent,
    person_id,
    decision: 'given',
    text_version: '第1版',
    facets,
    receivers: [receiver_id],
    way: 'written',
    given_on: '2026-02-02',
  });
  await window.call(provideOfPerson, {
    id: mintId(),
    person_id,
    receiver_id,
    facets,
    basis_id: idOfBasis(
      body === '社協' ? 'window-council-support-consent' : 'window-city_section-support-consent',
    ),
    consent_id: consent,
    why: '見本のため',
    starts_on: '2026-02-02',
    ends_on: '2026-12-31',
  });
}

/** Agreed to, put forward and found fit by the conference: what is missing is the city's decision. */
export async function bringBeforeCity(town: Town, { plan_id, client }: InventedPlan): Promise<void> {
  const window = town.as('nakajima');
  await window.call(recordAgreement, { plan_id, agreed_way: 'written', agreed_on: '2026-02-02' });
  await window.call(proposePlan, { plan_id, id: mintId(), version: 1 });
  await window.call(recordFinding, {
    plan_id,
    id: mintId(),
    conference_kind: 'support_coordination',
    held_on: '2026-02-02',
    finding: 'fit',
  });
  await giveFacets(town, client, '地域福祉課', ['plan']);
}
