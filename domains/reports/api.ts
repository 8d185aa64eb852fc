import * as z from 'zod';
import { code } from '#domains/plan/model.ts';
import { roles } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { CsvEncoding } from '#platform/csv.ts';
import { operation } from '#platform/operation.ts';
import { paper } from '#platform/typesetting/paper.ts';

/** The report of a plan is for whoever reads the plan; which figures stand in it is decided by the gate. */
const readers = roles;

export const readEvaluation = operation({
  route: 'GET /plans/:plan/evaluation-report',
  summary: m.reports_read_summary,
  may: readers,
  audit: 'report.read',
  atOneMoment: true,
  input: z.object({ plan: code }),
  output: z.object({
    plan: z.object({ code: z.string(), name: z.string() }),
    /** Worded as it is printed: every string is what is read. */
    paper,
  }),
});

export const fileFormats = ['csv', 'html', 'pdf'] as const;

export const printEvaluation = operation({
  route: 'GET /plans/:plan/evaluation-report/file',
  summary: m.reports_print_summary,
  may: readers,
  audit: 'report.printed',
  atOneMoment: true,
  file: true,
  input: z.object({
    plan: code,
    format: z.enum(fileFormats, { error: () => m.reports_field_format() }),
    /** Of a CSV; the other formats are what they are. */
    encoding: z.enum(['utf-8', 'cp932'] satisfies CsvEncoding[]).default('utf-8'),
  }),
  output: z.unknown(),
});

export * from './progress-api.ts';
