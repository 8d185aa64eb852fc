import type { ReactNode } from 'react';
import * as m from '#messages';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { Opened } from './opened.ts';

interface PartHeaderProps {
  household: Opened;
  /** What this page is about. */
  part: string;
  lead?: ReactNode;
  /** Pages between the household and this one. */
  between?: readonly { label: string; to: string }[];
}

/** The head of a page below a household's own. */
export function PartHeader({ household, part, lead, between = [] }: PartHeaderProps) {
  return (
    <PageHeader
      title={m.parties_part_title({ name: household.name, part })}
      lead={lead}
      trail={[
        { label: m.parties_list_title(), to: '/households' },
        { label: household.name, to: `/households/${household.id}` },
        ...between,
      ]}
    />
  );
}
