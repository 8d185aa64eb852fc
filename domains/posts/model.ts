import * as m from '#messages';
import { isCommonPassword } from '#platform/credentials/first-guesses.ts';
import type { BodyKind } from './bodies.ts';

/** 役割の種類. What each may see stands in docs/gate.md. */
export const roles = [
  'administrator',
  'planner',
  'council_officer',
  'gatherer',
  'visitor',
  'commissioner',
  'intake_worker',
  'evaluator',
  'auditor',
  'operator',
  'section_worker',
  'case_coordinator',
  'convener',
  'records_officer',
  'community_coordinator',
  'place_host',
  'board_chair',
] as const;

export type Role = (typeof roles)[number];

export const roleWords: Record<Role, () => string> = {
  administrator: m.posts_role_administrator,
  planner: m.posts_role_planner,
  council_officer: m.posts_role_council_officer,
  gatherer: m.posts_role_gatherer,
  visitor: m.posts_role_visitor,
  commissioner: m.posts_role_commissioner,
  intake_worker: m.posts_role_intake_worker,
  evaluator: m.posts_role_evaluator,
  auditor: m.posts_role_auditor,
  operator: m.posts_role_operator,
  section_worker: m.posts_role_section_worker,
  case_coordinator: m.posts_role_case_coordinator,
  convener: m.posts_role_convener,
  records_officer: m.posts_role_records_officer,
  community_coordinator: m.posts_role_community_coordinator,
  place_host: m.posts_role_place_host,
  board_chair: m.posts_role_board_chair,
};

/** Staff posts want a second factor; volunteers sign in with a password alone, or with a passkey. */
export const rolesWithSecondFactor: readonly Role[] = [
  'administrator',
  'planner',
  'council_officer',
  'intake_worker',
  'evaluator',
  'auditor',
  'section_worker',
  'case_coordinator',
  'convener',
  'records_officer',
  'community_coordinator',
];

/** The roles for which administrators decide; nobody signs in as the operator. */
export const tightenedRoles = ['gatherer', 'visitor', 'commissioner'] as const satisfies readonly Role[];

/** How somebody signs in, and what came of it; `shown` is a second factor that was right. */
export const signInWays = ['password', 'passkey', 'invitation', 'sign_on', 'code', 'recovery_code'] as const;
export type SignInWay = (typeof signInWays)[number];
export const signInWayWords: Record<SignInWay, () => string> = {
  password: m.posts_way_password,
  passkey: m.posts_way_passkey,
  invitation: m.posts_way_invitation,
  sign_on: m.posts_way_sign_on,
  code: m.posts_way_code,
  recovery_code: m.posts_way_recovery_code,
};
export const signInOutcomes = ['opened', 'shown', 'wrong', 'locked'] as const;
export type SignInOutcome = (typeof signInOutcomes)[number];
export const signInOutcomeWords: Record<SignInOutcome, () => string> = {
  opened: m.posts_signed_in_opened,
  shown: m.posts_signed_in_shown,
  wrong: m.posts_signed_in_wrong,
  locked: m.posts_signed_in_locked,
};

/** ふれあいの会 posts: what they record counts as the group's visits (counting rule, version 1). */
export const fureaiRoles: readonly Role[] = ['visitor', 'gatherer'];

interface Scope {
  /** Whether the post is for one district, for the whole town, or for either. */
  readonly district: 'one' | 'whole' | 'either';
  /** The kinds of body it can be held for. */
  readonly bodies: readonly BodyKind[];
}

/** Which role can be held where: the one table behind the form, its sentence and the server's refusal. */
export const roleScopes: Record<Role, Scope> = {
  administrator: { district: 'whole', bodies: ['city_section', 'council'] },
  planner: { district: 'whole', bodies: ['city_section', 'council'] },
  council_officer: { district: 'either', bodies: ['council'] },
  gatherer: { district: 'one', bodies: ['district_council'] },
  visitor: { district: 'one', bodies: ['district_council'] },
  commissioner: { district: 'one', bodies: ['commissioner_council'] },
  intake_worker: { district: 'whole', bodies: ['window', 'council', 'city_section'] },
  evaluator: { district: 'whole', bodies: ['city_section', 'council', 'district_council', 'other'] },
  auditor: { district: 'whole', bodies: ['city_section'] },
  operator: { district: 'whole', bodies: [] },
  section_worker: { district: 'whole', bodies: ['city_section', 'council', 'window', 'other'] },
  case_coordinator: { district: 'whole', bodies: ['council', 'city_section', 'other'] },
  convener: { district: 'whole', bodies: ['city_section'] },
  records_officer: {
    district: 'whole',
    bodies: ['city_section', 'council', 'window', 'district_council', 'commissioner_council', 'other'],
  },
  community_coordinator: { district: 'either', bodies: ['council', 'city_section'] },
  place_host: { district: 'one', bodies: ['council', 'district_council', 'city_section', 'other'] },
  board_chair: { district: 'one', bodies: ['district_council', 'council', 'city_section', 'other'] },
};

/** The roles an administrator can give; the operator's post comes with the town. */
export const givenRoles = roles.filter((role) => role !== 'operator');

/** How a post stands on a day. `finishing`: it has ended, and its last entries may still be handed in. */
export const postStates = ['future', 'current', 'finishing', 'ended'] as const;
export type PostState = (typeof postStates)[number];

export const postStateWords: Record<PostState, () => string> = {
  future: m.posts_state_future,
  current: m.posts_state_current,
  finishing: m.posts_state_finishing,
  ended: m.posts_state_ended,
};

/** How a post is ended: now, or with the end of a day. */
export const endings = ['on_day', 'at_once'] as const;
export type Ending = (typeof endings)[number];
export const endingWords: Record<Ending, () => string> = {
  on_day: m.posts_ending_on_day,
  at_once: m.posts_ending_at_once,
};

/** Days after its end in which a post may still hand in its last entries. The gate counts the same (gate.sql). */
export const finishingDays = 45;

/** The local operator of the terminal: an account without any proof, so that nobody can sign in as it. */
export const operatorAccount = '018e9550-0000-7000-8000-000000000001';
export const operatorPost = '018e9550-0000-7000-8000-000000000002';

/** A sign-in name in its one writing. */
export function readSignInName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

export const shortestPassword = 10;

/** Why a password is not taken, as a sentence; null if it is. Its length is what protects it (NIST SP 800-63B). */
export function objectToPassword(password: string, signInName: string): string | null {
  const read = password.normalize('NFKC').toLowerCase();
  if (read.length < shortestPassword) return m.posts_field_password_short({ least: shortestPassword });
  if (read.includes(signInName)) return m.posts_field_password_name();
  if (new Set(read).size < 4) return m.posts_field_password_plain();
  if (isCommonPassword(read)) return m.posts_field_password_common();
  return null;
}
