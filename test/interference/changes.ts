import { provide, withdrawProvision } from '#domains/consent/api.ts';
import { idOfBasis } from '#domains/consent/bases.ts';
import { enrolGroupMembers, writeMemberSheet } from '#domains/groups/api.ts';
import { requestSheets } from '#domains/groups/request-api.ts';
import { addMember, registerHousehold, writeReason } from '#domains/parties/api.ts';
import {
  createToken,
  givePost,
  inviteAccount,
  makeRecoveryCodes,
  signIn,
  verifyRecoveryCode,
  verifyTotp,
} from '#domains/posts/api.ts';
import { sampleAuthenticator, samplePassword } from '#domains/posts/fixtures.ts';
import { correctVisit, handInTallySheet, recordVisit } from '#domains/visits/api.ts';
import { assignHousehold } from '#domains/visits/assignment-api.ts';
import { totpAt } from '#platform/credentials/totp.ts';
import { cast, type Town } from '../town.ts';
import { listDoorChanges } from './door-changes.ts';
import { listKeepingChanges } from './keeping-changes.ts';
import { listLedgerChanges } from './ledger-changes.ts';

/** One thing that differs between two towns, made by somebody whose work it is. */
export interface Change {
  readonly name: string;
  /** Whom docs/gate.md lets see it, or a figure that moves with it. For everybody else nothing may change. */
  readonly seenBy: readonly string[];
  make(town: Town): Promise<void>;
  /** A row of both towns that the change hangs on, so that it is asked about. */
  about?(town: Town): Promise<string>;
}

/** The posts from which a change is hidden. Whoever makes it, or reads the trail, is never among them. */
export function hiddenFrom({ seenBy }: Change): string[] {
  return cast.filter((who) => !seenBy.includes(who));
}

/** @param n varies names and days, so that longer runs ask about other rows */
export function listChanges(n = 0): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const day = `2026-01-${String(5 + (n % 20)).padStart(2, '0')}`;
  return [
    {
      name: 'a household is registered in another district',
      seenBy: ['kusano-lead', 'ogata'],
      make: async (town) => {
        await registerIn(town, 'kusano-lead', '草野', id(town, 'hidden-household'), n);
      },
    },
    {
      name: 'a household of the same district is assigned to nobody',
      seenBy: ['furukawa', 'ogata'],
      make: async (town) => {
        await registerIn(town, 'furukawa', '鳥飼', id(town, 'unassigned-household'), n);
      },
    },
    {
      name: 'a reason is written for a household of one’s own round',
      seenBy: ['furukawa', 'ogata'],
      about: (town) => householdOf(town, 'koga'),
      make: async (town) => {
        await town.as('furukawa').call(writeReason, {
          id: id(town, 'hidden-reason'),
          household_id: await householdOf(town, 'koga'),
          reason: `見本の理由 ${n}`,
        });
      },
    },
    {
      name: 'a person joins a household that is hidden',
      seenBy: ['kusano-lead', 'ogata', 'sakai'],
      about: (town) => householdOf(town, 'sakai'),
      make: async (town) => {
        await town.as('kusano-lead').call(addMember, {
          id: id(town, 'hidden-person'),
          household_id: await householdOf(town, 'sakai'),
          name: `見本 かくれ${n}`,
          kana: 'みほん かくれ',
          relation: 'child',
        });
      },
    },
    {
      name: 'a visit is recorded in another district',
      seenBy: ['kusano-lead', 'ogata', 'sakai', 'tsutsumi'],
      make: async (town) => {
        await town.as('sakai').call(recordVisit, {
          id: id(town, 'hidden-visit'),
          household_id: await householdOf(town, 'sakai'),
          visited_on: day,
          channel: 'phone',
          contact: 'met',
          condition: 'concern',
          note: `見本の覚え ${n}`,
        });
      },
    },
    {
      name: 'the note of a hidden visit is corrected',
      seenBy: ['kusano-lead', 'ogata', 'sakai', 'tsutsumi'],
      make: async (town) => {
        const visit = id(town, 'corrected-visit');
        const said = { visited_on: day, channel: 'face', contact: 'met' } as const;
        const household_id = await householdOf(town, 'sakai');
        await town.as('sakai').call(recordVisit, { id: visit, household_id, ...said });
        await town
          .as('sakai')
          .call(correctVisit, { id: visit, version: 1, ...said, note: `見本 ${n}`, reason: '見本' });
      },
    },
    {
      name: 'a sheet is handed in for another district',
      seenBy: ['ogata', 'tsutsumi'],
      make: async (town) => {
        await town.as('ogata').call(handInTallySheet, {
          id: id(town, 'hidden-sheet'),
          district_id: town.id('district:合川'),
          group_id: town.id('body:合川'),
          month: '2026-01',
          counts: { face: 10 + n, intercom: 0, phone: 1, letter: 0, outside: 0, message: 0, gathering: 0 },
          counted_by: '見本',
        });
      },
    },
    {
      name: 'a member of another district’s group is enrolled',
      seenBy: ['kusano-lead', 'ogata'],
      about: async (town) => town.id('body:草野'),
      make: (town) => enrolIn(town, 'kusano-lead', '草野', id(town, 'hidden-member'), n),
    },
    {
      name: 'a member’s paper is entered for another district, and its sheet asked for',
      seenBy: ['ogata'],
      about: async (town) => town.id('body:合川'),
      make: async (town) => {
        const place = { group_id: town.id('body:合川'), district_id: town.id('district:合川') };
        const member_id = id(town, 'hidden-writer');
        await enrolIn(town, 'ogata', '合川', member_id, n);
        await town.as('ogata').call(writeMemberSheet, {
          id: id(town, 'hidden-paper'),
          member_id,
          month: '2026-01',
          counts: { face: 3 + n },
        });
        await town.as('ogata').call(requestSheets, {
          month: '2026-01',
          way: 'letter',
          requests: [{ id: id(town, 'hidden-request'), ...place }],
        });
      },
    },
    {
      name: 'a person gets a post in another district',
      // Windows and who answers for their records know the posts a person can be given to.
      seenBy: [
        ...['shiraishi', 'shiraishi-audit', 'ogata', 'kusano-lead'],
        ...['nakajima', 'nakano', 'nagata', 'eguchi', 'eguchi-coordinator', 'mori'],
      ],
      make: async (town) => {
        const account = id(town, 'hidden-account');
        await town.as('shiraishi').call(inviteAccount, {
          id: account,
          sign_in_name: `mihon-${n}`,
          name: `見本 新人${n}`,
          kana: 'みほん しんじん',
        });
        await town.as('shiraishi').call(givePost, {
          id: id(town, 'hidden-post'),
          account_id: account,
          role: 'visitor',
          body_id: town.id('body:草野'),
          district_id: town.id('district:草野'),
          starts_on: '2026-02-01',
        });
      },
    },
    {
      name: 'another district assigns a household',
      seenBy: ['kusano-lead', 'ogata', 'sakai'],
      make: async (town) => {
        const household = id(town, 'assigned-household');
        await registerIn(town, 'kusano-lead', '草野', household, n);
        await town.as('kusano-lead').call(assignHousehold, {
          id: id(town, 'hidden-assignment'),
          household_id: household,
          post_id: town.id('post:sakai'),
          starts_on: '2026-02-01',
        });
      },
    },
    {
      name: 'another district’s group provides records to a body',
      seenBy: ['kusano-lead', 'ogata'],
      make: async (town) => {
        const provision = id(town, 'hidden-provision');
        await town.as('kusano-lead').call(provide, {
          id: provision,
          receiver_id: town.id('body:民児協'),
          facets: ['household'],
          basis_id: idOfBasis('district_council-commissioner_council-watching-joint_use'),
          starts_on: '2026-02-01',
        });
        await town.as('kusano-lead').call(withdrawProvision, { id: provision, reason: '見本' });
      },
    },
    {
      name: 'somebody makes a key for a program',
      seenBy: ['koga', 'shiraishi', 'shiraishi-audit'],
      make: async (town) => {
        const browser = town.browser();
        await browser.call(signIn, { sign_in_name: 'koga', password: samplePassword });
        await browser.call(createToken, { id: id(town, 'hidden-token'), name: `見本 ${n}`, days: 30 });
      },
    },
    {
      name: 'somebody does not come in',
      seenBy: ['shiraishi', 'shiraishi-audit'],
      make: async (town) => {
        const wrong = { sign_in_name: 'koga', password: `見本の間違い ${n}` };
        await town
          .browser()
          .call(signIn, wrong)
          .catch((refused: { code: string }) => refused.code);
      },
    },
    {
      name: 'somebody prints recovery codes, and uses one',
      seenBy: ['nakajima', 'shiraishi', 'shiraishi-audit'],
      make: async (town) => {
        const browser = town.browser();
        await browser.call(signIn, { sign_in_name: 'nakajima', password: samplePassword });
        await browser.call(verifyTotp, { code: totpAt(sampleAuthenticator, new Date()) });
        const { secret_codes } = await browser.call(makeRecoveryCodes, {});
        await browser.call(verifyRecoveryCode, { code: secret_codes?.[0] ?? '' });
      },
    },
    ...listLedgerChanges(n),
    ...listDoorChanges(n),
    ...listKeepingChanges(n),
  ];
}

async function enrolIn(town: Town, who: string, district: string, member: string, n: number): Promise<void> {
  await town.as(who).call(enrolGroupMembers, {
    group_id: town.id(`body:${district}`),
    district_id: town.id(`district:${district}`),
    starts_on: '2025-04-01',
    members: [{ id: member, name: `見本 会員${n}`, kana: 'みほん かいいん' }],
  });
}

async function registerIn(
  town: Town,
  who: string,
  district: string,
  household: string,
  n: number,
): Promise<void> {
  await town.as(who).call(registerHousehold, {
    id: household,
    district_id: town.id(`district:${district}`),
    holder_id: town.id(`body:${district}`),
    name: `見本 かくれ${n}`,
    kana: 'みほん かくれ',
    address: `見本町${n + 1}-1`,
    phone: null,
    cautions: [],
    members: [],
  });
}

/** A household of a visitor's own round. */
export async function householdOf(town: Town, who: string): Promise<string> {
  const [row] = await town.look<{ household_id: string }>(
    'select household_id from household_assignments where post_id = $1 order by household_id limit 1',
    [town.id(`post:${who}`)],
  );
  if (!row) throw new Error(`${who} has no household in the sample town`);
  return row.household_id;
}
