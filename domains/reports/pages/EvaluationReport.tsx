import { useLoaderData } from 'react-router';
import { PlanNav } from '#domains/plan/pages/shown/PlanNav.tsx';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { call, fetchFile } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { printEvaluation, readEvaluation } from '../api.ts';
import { type FileChoice, Files } from './shown/Files.tsx';
import { PaperBody } from './shown/PaperBody.tsx';

type Wanted = Pick<InputOf<typeof printEvaluation>, 'format' | 'encoding'>;

export function loader(args: PageArgs) {
  return call(readEvaluation, { plan: partOf(args, 'code') }, { signal: args.request.signal });
}

/** The evaluation of a plan, in the very words of its print. */
export function Component() {
  const { plan, paper } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={paper.title}
        trail={[
          { label: m.reports_plans(), to: '/plans' },
          { label: plan.name, to: `/plans/${plan.code}` },
        ]}
        lead={paper.motto}
      />
      <PlanNav plan={plan} />
      <Files files={filesOf(plan.code)} />
      <PaperBody paper={paper} />
    </>
  );
}

function filesOf(plan: string): FileChoice[] {
  const make = (wanted: Wanted) => () => fetchFile(printEvaluation, { plan, ...wanted });
  return [
    { label: m.reports_file_pdf(), make: make({ format: 'pdf' }) },
    { label: m.reports_file_csv(), make: make({ format: 'csv', encoding: 'utf-8' }) },
    { label: m.reports_file_csv_cp932(), make: make({ format: 'csv', encoding: 'cp932' }) },
    { label: m.reports_file_html(), make: make({ format: 'html' }) },
  ];
}
