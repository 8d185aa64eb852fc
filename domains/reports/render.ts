import type { CsvEncoding } from '#platform/csv.ts';
import type { FileReply } from '#platform/domain.ts';
import { writePage } from '#platform/typesetting/page.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import type { fileFormats } from './api.ts';
import { renderEvaluationCsv } from './evaluation-csv.ts';
import { presentEvaluation } from './evaluation-paper.ts';
import type { EvaluationReport } from './model.ts';

type FileFormat = (typeof fileFormats)[number];

interface Wanted {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly format: FileFormat;
  readonly encoding: CsvEncoding;
}

/** The report as a file to keep. */
export async function renderEvaluation(
  report: EvaluationReport,
  { name, format, encoding }: Wanted,
): Promise<FileReply> {
  switch (format) {
    case 'pdf':
      return { name: `${name}.pdf`, type: 'application/pdf', bytes: await renderEvaluationPdf(report) };
    case 'html': {
      const bytes = new TextEncoder().encode(await renderEvaluationHtml(report));
      return { name: `${name}.html`, type: 'text/html; charset=utf-8', bytes };
    }
    case 'csv': {
      const charset = encoding === 'cp932' ? 'Shift_JIS' : 'utf-8';
      const bytes = renderEvaluationCsv(report, encoding);
      return { name: `${name}.csv`, type: `text/csv; charset=${charset}`, bytes };
    }
  }
}

/** A4, tagged (PDF/UA-1), the same bytes for the same report. */
export function renderEvaluationPdf(report: EvaluationReport): Promise<Uint8Array> {
  return printPaper(presentEvaluation(report));
}

/** One HTML file without scripts that says what the PDF says. */
export function renderEvaluationHtml(report: EvaluationReport): Promise<string> {
  return writePage(presentEvaluation(report));
}
