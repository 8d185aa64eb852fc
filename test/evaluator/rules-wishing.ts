import type { Judge, OpenRow, Rule } from './judge.ts';

const kept: Rule = (j, row) => j.own(row.text('holder_id'));

/** What a colleague wrote of a protected address: its keepers', and the window's once the address is open. */
const keepersOrOpen: Rule = (j, row) =>
  j.opened(row.text('client_id')) || (!row.is('protected') && kept(j, row));

const coordinates = (j: Judge, body: string) => j.role === 'community_coordinator' && j.has(body);
const coordinated: Rule = (j, row) => coordinates(j, row.text('holder_id'));
const counted: Rule = (j, row) => coordinated(j, row) || j.role === 'planner';

/** A wish is passed on with a consent that stands, names the wish, and names the body, unless the body is the holder. */
function agreed(j: Judge, row: OpenRow): boolean {
  const consent = j.world.consents.find(({ id }) => id === row.text('consent_id'));
  const receiver = row.text('receiver_id');
  return (
    consent?.wish === true &&
    j.stands(consent) &&
    consent.person === row.text('client_id') &&
    (consent.receivers.includes(receiver) || row.text('holder_id') === receiver)
  );
}

/** Wishes 願いとできること, What anybody writes to a window 届いた声, and what a colleague writes of a protected address. */
export const rulesOfWishing: Readonly<Record<string, Rule>> = {
  letters: kept,
  letter_decisions: kept,
  letter_answers: kept,
  letter_passings: (j, row) => kept(j, row) || j.own(row.text('receiver_id')),
  written_contacts: (j, row) =>
    (row.text('written_by') === j.post.account && kept(j, row)) || keepersOrOpen(j, row),
  written_contact_endings: keepersOrOpen,
  wish_referrals: (j, row) => kept(j, row) || (coordinates(j, row.text('receiver_id')) && agreed(j, row)),
  wish_referral_takings: (j, row) => coordinates(j, row.text('receiver_id')),
  participants: counted,
  participant_names: coordinated,
  wishes: counted,
  wish_words: coordinated,
  wish_conflicts: coordinated,
  matches: coordinated,
  match_legs: coordinated,
  match_answers: coordinated,
  match_tellings: coordinated,
  participant_pauses: coordinated,
  fulfilments: counted,
  fulfilment_withdrawals: coordinated,
  thanks: coordinated,
  safeguarding_concerns: coordinated,
  concern_handings_on: coordinated,
  concern_reminders: coordinated,
  role_needs: coordinated,
  readinesses: coordinated,
  match_proposals: coordinated,
  match_proposal_legs: coordinated,
};
