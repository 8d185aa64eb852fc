import * as z from 'zod';
import { code } from '#domains/plan/model.ts';
import { roles } from '#domains/posts/model.ts';
import { inquiryHead } from '#domains/projects/parts.ts';
import * as m from '#messages';
import type { CsvEncoding } from '#platform/csv.ts';
import { operation } from '#platform/operation.ts';
import { paper } from '#platform/typesetting/paper.ts';

const year = z.coerce.number().int().min(1950).max(2150);

/** For whoever reads the plan; which gathering it is made from is decided by the gate. */
export const readProgress = operation({
  route: 'GET /plans/:plan/progress/:year',
  summary: m.reports_progress_read_summary,
  may: roles,
  audit: 'report.progress_read',
  atOneMoment: true,
  input: z.object({ plan: code, year }),
  output: z.object({
    inquiry: inquiryHead,
    /** Worded as it is printed: every string is what is read. */
    paper,
  }),
});

export const progressFormats = ['csv', 'html', 'pdf', 'xlsx'] as const;

export const printProgress = operation({
  route: 'GET /plans/:plan/progress/:year/file',
  summary: m.reports_progress_print_summary,
  may: roles,
  audit: 'report.progress_printed',
  atOneMoment: true,
  file: true,
  input: z.object({
    plan: code,
    year,
    format: z.enum(progressFormats, { error: () => m.reports_field_format() }),
    /** Of HTML and PDF: tables of texts have more room across. */
    page: z.enum(['landscape', 'portrait']).default('landscape'),
    /** Of a CSV; the other formats are what they are. */
    encoding: z.enum(['utf-8', 'cp932'] satisfies CsvEncoding[]).default('utf-8'),
  }),
  output: z.unknown(),
});
