/** The rooms that own tables, in dependency order: call up, listen down. */
export const rooms = [
  'platform',
  'domains/districts',
  'domains/parties',
  'domains/posts',
  'domains/consent',
  'domains/encounters',
  'domains/plan',
  'domains/visits',
  'domains/reports',
] as const;
