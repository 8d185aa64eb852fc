import { writePage } from '#platform/typesetting/page.ts';
import { printPaper } from '#platform/typesetting/paper.ts';
import { presentEvaluation } from './evaluation-paper.ts';
import type { EvaluationReport } from './model.ts';

/** A4, tagged (PDF/UA-1), the same bytes for the same report. */
export function renderEvaluationPdf(report: EvaluationReport): Promise<Uint8Array> {
  return printPaper(presentEvaluation(report));
}

/** One HTML file without scripts that says what the PDF says. */
export function renderEvaluationHtml(report: EvaluationReport): Promise<string> {
  return writePage(presentEvaluation(report));
}
