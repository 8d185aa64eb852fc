import { useMe } from '#ui/me.ts';
import { type ItemRecord, itemRecords } from '../../model.ts';

/** The records whose items the post in use defines. The server decides; this decides what is worth showing. */
export function useDefinedRecords(): readonly ItemRecord[] {
  const role = useMe().current?.role;
  if (role === 'administrator') return itemRecords;
  return role === 'planner' ? ['tally_sheet', 'project_answer'] : [];
}
