import type { ReactNode } from 'react';
import * as m from '#messages';
import { PageHeader } from '#ui/PageHeader.tsx';

interface CaseHeaderProps {
  shown: { id: string; number: string };
  part: string;
  lead?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page below a case's own. */
export function CaseHeader({ shown: { id, number }, part, lead, actions }: CaseHeaderProps) {
  return (
    <PageHeader
      title={m.cases_part_title({ part, number })}
      lead={lead}
      actions={actions}
      trail={[
        { label: m.cases_title(), to: '/cases' },
        { label: m.cases_case_title({ number }), to: `/cases/${id}` },
      ]}
    />
  );
}
