import { useLoaderData } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { listEvidence } from '../api.ts';
import { EvidenceTable } from './shown/EvidenceTable.tsx';

export function loader(args: PageArgs) {
  return call(listEvidence, queryOf(args) as InputOf<typeof listEvidence>, { signal: args.request.signal });
}

/** By measure of the plan, what the tables of the districts did for it, as far as they let the city read it. */
export function Component() {
  const { evidence } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.boards_evidence_title()} lead={m.boards_evidence_lead()} />
      <EvidenceTable evidence={evidence} />
    </>
  );
}
