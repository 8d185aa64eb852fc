import * as m from '#messages';

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
};

/** Staff posts want a second factor; volunteers sign in with a password alone, or with a passkey. */
export const rolesWithSecondFactor: readonly Role[] = [
  'administrator',
  'planner',
  'council_officer',
  'intake_worker',
  'evaluator',
  'auditor',
];

/** ふれあいの会 posts: what they record counts as the group's visits (counting rule, version 1). */
export const fureaiRoles: readonly Role[] = ['visitor', 'gatherer'];
