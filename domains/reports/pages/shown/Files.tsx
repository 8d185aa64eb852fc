import { useState } from 'react';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { CallRefused, fetchFile } from '#ui/call.ts';
import { Notice } from '#ui/Notice.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { printEvaluation } from '../../api.ts';

type Wanted = Pick<InputOf<typeof printEvaluation>, 'format' | 'encoding'>;

const files: readonly { label: () => string; wanted: Wanted }[] = [
  { label: m.reports_file_pdf, wanted: { format: 'pdf' } },
  { label: m.reports_file_csv, wanted: { format: 'csv', encoding: 'utf-8' } },
  { label: m.reports_file_csv_cp932, wanted: { format: 'csv', encoding: 'cp932' } },
  { label: m.reports_file_html, wanted: { format: 'html' } },
];

type State = { making: string } | { saved: string } | { refused: string } | null;

/** The report as a file, in every form there is. Making one takes the server a moment, and is said to. */
export function Files({ plan }: { plan: string }) {
  const [state, setState] = useState<State>(null);
  const making = state !== null && 'making' in state;
  const keep = async (label: string, wanted: Wanted) => {
    if (making) return;
    setState({ making: label });
    try {
      const file = await fetchFile(printEvaluation, { plan, ...wanted });
      save(file);
      setState({ saved: file.name });
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      setState({ refused: error.message });
    }
  };
  return (
    <section aria-label={m.reports_files()} className="mb-8 grid gap-4 print:hidden">
      <div className="flex flex-wrap gap-3">
        {files.map(({ label, wanted }, index) => (
          <Button
            key={label()}
            look={index === 0 ? 'solid' : 'outline'}
            onPress={() => keep(label(), wanted)}
          >
            {label()}
          </Button>
        ))}
      </div>
      {making && <ProgressBar label={m.reports_file_making({ file: state.making })} />}
      {state && 'saved' in state && (
        <Notice tone="success">{m.reports_file_saved({ name: state.saved })}</Notice>
      )}
      {state && 'refused' in state && <Notice tone="error">{state.refused}</Notice>}
    </section>
  );
}

/** Hands a file to the browser, which asks where to or keeps it among its downloads. */
function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
