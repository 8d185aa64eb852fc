/**
 * A process of its own that turns templates into PDF. Typesetting holds the thread it runs on and tens of MB of
 * fonts and caches; here both end with the process, and a crash of the native compiler ends only this one job.
 */
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface PressJob {
  id: number;
  /** Absolute path of the Typst file; it may import files of its own folder only. */
  template: string;
  /** JSON text, read in the template as `json(bytes(sys.inputs.data))`. */
  data: string;
}

export type PressAnswer = { id: number; pdf: Uint8Array } | { id: number; failure: string };

const fontFolders = process.argv.slice(2);
const compilers = new Map<string, NodeCompiler>();

process.on('message', (job: PressJob) => {
  let answer: PressAnswer;
  try {
    answer = { id: job.id, pdf: print(job) };
  } catch (error) {
    answer = { id: job.id, failure: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());

function print({ template, data }: PressJob): Uint8Array {
  const compiler = compilerFor(dirname(template));
  // resetRead: a template that was edited meanwhile is read anew.
  const outcome = compiler.compile({ mainFilePath: template, inputs: { data }, resetRead: true });
  const paged = outcome.result;
  if (!paged) {
    const failure = outcome.takeDiagnostics();
    throw new Error(`${template}: ${JSON.stringify(failure?.shortDiagnostics ?? 'no diagnostics')}`);
  }
  const pdf = compiler.pdf(paged, { pdfStandard: 'ua-1' });
  compiler.evictCache(2);
  return pdf;
}

function compilerFor(workspace: string): NodeCompiler {
  let compiler = compilers.get(workspace);
  if (!compiler) {
    compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders }] });
    compilers.set(workspace, compiler);
  }
  return compiler;
}
