import * as m from '#messages';
import { Sql, sql } from '#platform/sql.ts';
import type { Kind } from './model.ts';

/** A table of which rows go, or lose what names somebody. */
type Step = readonly [table: string, statement: Sql];

/** No condition: the gate alone says which rows go, and shows none of them (disposer-*-gate.sql). */
const destroy = (...tables: string[]): Step[] =>
  tables.map((table) => [table, new Sql([`delete from ${table}`], [])]);

const nobody = m.disposals_destroyed_name();
const words = m.disposals_destroyed_words();
const forgetPersons: Step = ['encounter_parties', sql`update encounter_parties set party_id = null`];

/** Of posts, whether their account goes or stays. */
const postSteps = [
  ...destroy('post_terms', 'post_ending_withdrawals', 'post_endings', 'post_handins', 'post_successions'),
  ...destroy('post_transfer_rows', 'visitor_numbers', 'visitor_number_versions', 'tokens', 'sessions'),
  ...destroy('calendar_addresses'),
  ...destroy('emergency_tries', 'phones', 'commissioner_duties'),
];

/** An encounter counts on; who came, and why it was taken back, goes. */
const forgetTakingPart: Step[] = [
  forgetPersons,
  ['encounter_withdrawals', sql`update encounter_withdrawals set household_id = null, reason = ${words}`],
];
const concernSteps = destroy('concern_handings_on', 'concern_reminders', 'safeguarding_concerns');
const factSteps = destroy('crossing_decisions', 'crossing_facts');
const intakeSteps = [
  ...destroy('intake_answers', 'intake_circumstances', 'intake_worries', 'intake_versions', 'intakes'),
  ...forgetTakingPart,
];

/** What goes with a thing of each kind, in the order in which rows refer to one another. */
export const steps: Record<Kind, readonly Step[]> = {
  household: [
    ...destroy('escalation_words', 'escalation_steps', 'escalations', 'unmet_switches', 'visit_wishes'),
    ...destroy('household_absence_endings', 'household_absences'),
    ...destroy(
      'visit_photos',
      'visit_answers',
      'visit_companions',
      'visit_versions',
      'handover_items',
      'visits',
    ),
    ['encounter_parties', sql`update encounter_parties set party_id = null, household_id = null`],
    ['encounter_withdrawals', sql`update encounter_withdrawals set household_id = null, reason = ${words}`],
    ...destroy('household_assignment_endings', 'household_assignments', 'household_relations'),
    ...destroy('household_member_endings', 'household_members', 'parties', 'household_answers'),
    ...destroy(
      'household_answer_versions',
      'household_reasons',
      'household_versions',
      'household_reopenings',
    ),
    ...destroy('household_closings', 'household_merge_undoings', 'household_merges', 'households'),
    ...destroy('disclosure_holdbacks'),
  ],
  member: [
    forgetPersons,
    ...destroy('household_relations', 'household_member_endings', 'household_members', 'parties'),
  ],
  group_member: [
    [
      'group_members',
      sql`update group_members set name = ${nobody}, kana = ${m.disposals_destroyed_kana()}, kana_key = ''`,
    ],
    ...destroy('group_member_versions', 'member_sheet_scans'),
  ],
  scan: destroy('tally_sheet_scans', 'member_sheet_scans'),
  sheet: [
    ['tally_sheets', sql`update tally_sheets set counted_by = ${nobody}, note = null, reason = null`],
    ...destroy('tally_sheet_answers'),
  ],
  request: destroy('sheet_requests'),
  activity_sheet: destroy('activity_corrections', 'activity_answers', 'activity_sheets'),
  receipt: [
    [
      'ledger_imports',
      sql`update ledger_imports set received_from = ${nobody}, file_name = ${nobody}, reason = null`,
    ],
    ['ledger_import_withdrawals', sql`update ledger_import_withdrawals set reason = ${words}`],
    ...destroy('ledger_rows', 'ledger_households'),
  ],
  handover: destroy('handover_items', 'handover_receipts', 'handovers'),
  provision: destroy('provision_withdrawals', 'provisions'),
  hold: destroy('legal_hold_liftings', 'legal_holds'),
  account: [
    [
      'accounts',
      sql`update accounts set name = ${nobody}, kana = ${m.disposals_destroyed_kana()},
        kana_key = '', sign_in_name = 'destroyed-' || gen_random_uuid()`,
    ],
    ...destroy('account_closings', 'account_secrets', 'passkeys', 'passkey_challenges', 'recovery_codes'),
    ...destroy('sign_ins', 'sign_on_ceremonies', 'invitations', 'sign_on_links'),
    ...postSteps,
  ],
  post: [
    [
      'accounts',
      sql`insert into accounts (id, sign_in_name, name, kana, kana_key, created_at, closed_at)
        values (gate.nobody(), 'destroyed-posts', ${nobody}, ${m.disposals_destroyed_kana()}, '',
          (select gate.now_of_call()), (select gate.now_of_call())) on conflict do nothing`,
    ],
    ...postSteps,
    ['posts', sql`update posts set account_id = gate.nobody()`],
  ],
  transfer: destroy('post_transfer_withdrawals', 'post_transfer_rows', 'post_transfers'),
  town_hold: destroy('legal_hold_liftings', 'legal_holds'),
  export: destroy('export_fetches', 'export_decisions', 'export_requests'),
  disposal: [
    ...destroy('disposal_exclusions', 'disposal_submissions', 'disposal_approvals', 'disposal_rejections'),
    ...destroy('disposal_records', 'disposal_rows', 'disposals'),
  ],
  inquiry: [
    ...destroy('answer_reviews', 'answer_sheet_takings', 'project_own_answers'),
    ['answers', sql`update answers set answered_by = ${nobody}, sheet_id = null`],
    ...destroy('answers', 'answer_sheets'),
  ],
  case: [
    ...destroy('joining_tellings', 'joining_steps', 'joinings'),
    ...destroy('goal_attainments', 'plan_closings', 'plan_reviews', 'support_decisions', 'plan_findings'),
    ...destroy('plan_acts', 'plan_services', 'plan_steps', 'plan_goals', 'support_plan_versions'),
    ...destroy('support_plans'),
    ...factSteps,
    ...destroy('case_note_versions', 'case_note_withdrawals', 'case_notes'),
    ...destroy('case_handover_people', 'case_handover_turns', 'case_handovers'),
    ...destroy('gap_theme_sources', 'case_gaps', 'case_files', 'case_tasks', 'case_ties', 'case_kin'),
    ...destroy('case_urgencies', 'case_screenings', 'case_workers', 'case_members', 'case_steps', 'cases'),
    ...intakeSteps,
  ],
  client: [
    ...factSteps,
    ...intakeSteps,
    ...destroy('client_answers', 'client_answer_versions', 'client_versions', 'client_contacts'),
    ...destroy('written_contact_endings', 'written_contacts'),
    ...destroy('client_link_undoings', 'client_links', 'conference_subjects', 'disclosure_holdbacks'),
    ...destroy('wish_referral_takings', 'wish_referrals'),
    ...destroy('protected_views', 'consent_withdrawals', 'consents', 'clients', 'parties'),
  ],
  consent: destroy('wish_referral_takings', 'wish_referrals', 'consent_withdrawals', 'consents'),
  person_provision: destroy(
    'provision_copies',
    'provision_return_notes',
    'provision_returns',
    'person_provision_withdrawals',
    'person_provisions',
  ),
  emergency_view: [
    ...destroy('emergency_return_notes', 'emergency_copies', 'emergency_tellings'),
    ...destroy('emergency_reviews', 'emergency_views'),
  ],
  protection: destroy('protected_views', 'protection_keepers', 'protection_endings', 'protections'),
  disclosure_key: destroy(
    'disclosure_answers',
    'disclosure_questions',
    'disclosure_releases',
    'disclosure_codes',
    'disclosure_keys',
  ),
  disclosure_request: destroy('disclosure_steps', 'disclosure_requests'),
  match: [
    ...destroy('story_releases', 'story_consents', 'story_people', 'story_words', 'stories', 'thanks'),
    ...forgetTakingPart,
    ...destroy('fulfilment_withdrawals', 'fulfilments', 'match_tellings', 'match_answers'),
    ...concernSteps,
    ...destroy('match_legs', 'matches'),
  ],
  wish: destroy('wish_words', 'wishes'),
  participant: [
    forgetPersons,
    ...destroy('readinesses', 'participant_pauses', 'wish_conflicts'),
    ...concernSteps,
    ...destroy('participant_names'),
    ...destroy('participants', 'parties'),
  ],
  contribution: destroy('contribution_results', 'contribution_permissions', 'contributions'),
  match_proposal: destroy('match_proposal_legs', 'match_proposals'),
  conference: [
    ...factSteps,
    ...destroy('role_lines', 'conference_papers', 'secrecy_undertakings', 'conference_seats'),
    ...destroy('conference_steps', 'conference_subjects', 'conference_items', 'conferences'),
  ],
};
