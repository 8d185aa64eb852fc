import { passWishOn, raiseConcernAtWindow, takeWishReferral } from '#domains/cases/referral-api.ts';
import { recordConsent, withdrawConsent } from '#domains/consent/consent-api.ts';
import {
  addMatchLeg,
  answerMatch,
  closeMatch,
  declareConflict,
  makeMatchProposal,
  pauseParticipant,
  proposeMatch,
  raiseConcern,
  recordFulfilment,
  registerParticipant,
  takeBackFulfilment,
  tellWhoWaited,
  writeThanks,
  writeWish,
} from '#domains/wishes/api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What coordinators bring together is nobody else’s to know; the planner counts what is written without words. */
export function listWishChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  return [
    {
      name: 'somebody takes part and says what would be good',
      seenBy: ['ogata-coordinator', 'tsutsumi'],
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const participant_id = id(town, 'hidden-participant');
        await ogata.call(registerParticipant, {
          id: participant_id,
          name: `見本 かくれ${n}`,
          kana: 'みほん',
          sort: 'resident',
          district_id: town.id('district:鳥飼'),
          reached: '0942-00-0101',
        });
        await ogata.call(writeWish, {
          id: id(town, 'hidden-wish'),
          participant_id,
          side: 'wish',
          words: `かくれた願い ${n}`,
          way: 'phone',
        });
      },
    },
    {
      name: 'two are brought together, one says no, and somebody may not be safe',
      seenBy: ['ogata-coordinator'],
      about: async (town) => town.id('match:cooking'),
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const match_id = id(town, 'hidden-match');
        await ogata.call(proposeMatch, {
          id: match_id,
          legs: [{ offer_id: town.id('wish:ishibashi-offer'), wish_id: town.id('wish:wataru-wish') }],
        });
        await ogata.call(answerMatch, {
          match_id,
          id: id(town, 'hidden-no'),
          participant_id: town.id('participant:wataru'),
          answer: 'no',
        });
        await ogata.call(raiseConcern, {
          id: id(town, 'hidden-concern'),
          participant_id: town.id('participant:wataru'),
          match_id,
          words: `かくれた心配 ${n}`,
        });
        await ogata.call(declareConflict, {
          id: id(town, 'hidden-conflict'),
          participant_id: town.id('participant:wataru'),
          other_id: town.id('participant:hara'),
          why: `かくれたわけ ${n}`,
        });
        await ogata.call(writeThanks, {
          ...{ agreed_by: '見本', agreed_on: '2026-02-01' },
          fulfilment_id: town.id('fulfilment:cooking'),
          id: id(town, 'hidden-thanks'),
          words: `かくれたお礼 ${n}`,
        });
      },
    },
    {
      name: 'somebody pauses, and who waited for what was passed over is told by telephone',
      seenBy: ['ogata-coordinator'],
      about: async (town) => town.id('participant:wataru'),
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const match_id = id(town, 'passed-match');
        const participant_id = town.id('participant:hayashi');
        await ogata.call(proposeMatch, {
          id: match_id,
          legs: [{ offer_id: town.id('wish:students-offer'), wish_id: town.id('wish:hayashi-wish') }],
        });
        await ogata.call(answerMatch, {
          ...{ match_id, id: id(town, 'hidden-yes'), participant_id, answer: 'yes' },
        });
        await ogata.call(closeMatch, { id: match_id, outcome: 'passed_over' });
        await ogata.call(tellWhoWaited, { match_id, participant_id, told_on: '2026-02-01', how: 'phone' });
        await ogata.call(pauseParticipant, {
          ...{ id: id(town, 'hidden-pause'), participant_id: town.id('participant:wataru') },
          ...{ starts_on: '2026-02-01', until: '2026-02-28', way: 'phone' },
        });
      },
    },
    {
      name: 'a proposal is made and a pair is added to it that the computing did not find',
      seenBy: ['ogata-coordinator'],
      about: async (town) => id(town, 'hidden-proposal'),
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const proposal = id(town, 'hidden-proposal');
        await ogata.call(makeMatchProposal, { id: proposal });
        await ogata.call(addMatchLeg, {
          id: proposal,
          offer_id: town.id('wish:ishibashi-offer'),
          wish_id: town.id('wish:mihon-works-wish'),
        });
      },
    },
    {
      name: 'what was recorded twice is taken back: the coordinators read why, the planner counts it no more',
      seenBy: ['ogata-coordinator', 'tsutsumi'],
      about: async (town) => town.id('match:cooking'),
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const happened = { match_id: town.id('match:cooking'), position: 1, happened_on: '2026-02-01' };
        const twice = id(town, 'hidden-twice');
        await ogata.call(recordFulfilment, { ...happened, id: twice, returned: true });
        await ogata.call(takeBackFulfilment, { id: twice, reason: `かくれたわけ ${n}` });
      },
    },
    {
      name: 'a window passes on a wish of its person',
      seenBy: ['nakajima', 'nakano', 'ogata-coordinator'],
      about: async (town) => town.id('client:wataru'),
      make: async (town) => {
        const nakajima = town.as('nakajima');
        const consent_id = id(town, 'hidden-consent');
        await nakajima.call(recordConsent, {
          id: consent_id,
          person_id: town.id('client:wataru'),
          decision: 'given',
          text_version: '第1版',
          facets: ['wish'],
          receivers: [town.id('body:社協')],
          way: 'spoken',
          given_on: '2026-02-01',
        });
        await nakajima.call(passWishOn, {
          client_id: town.id('client:wataru'),
          id: id(town, 'hidden-referral'),
          consent_id,
          receiver_id: town.id('body:社協'),
          name: `見本 かくれ${n}`,
          kana: 'みほん',
          side: 'wish',
          words: `かくれた橋渡し ${n}`,
        });
      },
    },
    {
      name: 'the coordinators take up what a window passed on, it worries about the person, and the consent is withdrawn',
      seenBy: ['nakajima', 'nakano', 'ogata-coordinator', 'tsutsumi'],
      about: async (town) => town.id('client:wataru'),
      make: async (town) => {
        const [nakajima, ogata] = [town.as('nakajima'), town.as('ogata-coordinator')];
        const [consent_id, referral, wish_id] = ['taken-consent', 'taken-referral', 'taken-wish'].map(
          (name) => id(town, name),
        ) as [string, string, string];
        await nakajima.call(recordConsent, {
          ...{
            id: consent_id,
            person_id: town.id('client:wataru'),
            decision: 'given',
            text_version: '第1版',
          },
          ...{ facets: ['wish'], receivers: [town.id('body:社協')], way: 'spoken', given_on: '2026-02-01' },
        });
        await nakajima.call(passWishOn, {
          ...{
            client_id: town.id('client:wataru'),
            id: referral,
            consent_id,
            receiver_id: town.id('body:社協'),
          },
          ...{ name: `見本 かくれ${n}`, kana: 'みほん', side: 'wish', words: `かくれた受け取り ${n}` },
        });
        await ogata.call(takeWishReferral, {
          ...{ id: referral, wish_id, participant_id: id(town, 'taken-participant') },
        });
        await nakajima.call(raiseConcernAtWindow, {
          ...{ referral_id: referral, id: id(town, 'window-concern'), words: `かくれた心配 ${n}` },
        });
        await nakajima.call(withdrawConsent, { id: consent_id, way: 'spoken', words: `かくれた撤回 ${n}` });
      },
    },
  ];
}
