import { useLoaderData } from 'react-router';
import { InquiryNav } from '#domains/projects/pages/shown/InquiryNav.tsx';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { call, fetchFile } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { printProgress, readProgress } from '../progress-api.ts';
import { type FileChoice, Files } from './shown/Files.tsx';
import { PaperBody } from './shown/PaperBody.tsx';

type Wanted = Omit<InputOf<typeof printProgress>, 'plan' | 'year'>;

export function loader(args: PageArgs) {
  const asked = { plan: partOf(args, 'code'), year: Number(partOf(args, 'year')) };
  return call(readProgress, asked, { signal: args.request.signal });
}

/** What lies on the committee's table, in the very words of its print. */
export function Component() {
  const { inquiry, paper } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={paper.title} trail={[{ label: m.reports_progress_trail(), to: '/inquiries' }]} />
      <InquiryNav inquiry={inquiry} />
      <Files files={filesOf(inquiry.plan.code, inquiry.fiscal_year)} />
      <PaperBody paper={paper} />
    </>
  );
}

function filesOf(plan: string, year: number): FileChoice[] {
  const make = (wanted: Wanted) => () => fetchFile(printProgress, { plan, year, ...wanted });
  return [
    { label: m.reports_file_pdf_landscape(), make: make({ format: 'pdf' }) },
    { label: m.reports_file_pdf_portrait(), make: make({ format: 'pdf', page: 'portrait' }) },
    { label: m.reports_file_xlsx(), make: make({ format: 'xlsx' }) },
    { label: m.reports_file_csv(), make: make({ format: 'csv', encoding: 'utf-8' }) },
    { label: m.reports_file_csv_cp932(), make: make({ format: 'csv', encoding: 'cp932' }) },
    { label: m.reports_file_html(), make: make({ format: 'html' }) },
  ];
}
