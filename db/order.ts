/** The rooms that own tables, in dependency order: call up, listen down. */
export const rooms = [
  'platform',
  'domains/districts',
  'domains/items',
  'domains/parties',
  'domains/posts',
  'domains/consent',
  'domains/encounters',
  'domains/plan',
  'domains/projects',
  'domains/visits',
  'domains/groups',
  'domains/ledgers',
  'domains/cases',
  'domains/returns',
  'domains/disposals',
  'domains/reports',
] as const;
