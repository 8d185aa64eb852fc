import { useState } from 'react';
import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import { CallRefused } from '#ui/call.ts';
import { Notice } from '#ui/Notice.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';

export interface FileChoice {
  label: string;
  make: () => Promise<File>;
}

type State = { making: string } | { saved: string } | { refused: string } | null;

/** The report as a file, in every form there is. Making one takes the server a moment, and is said to. */
export function Files({ files }: { files: readonly FileChoice[] }) {
  const [state, setState] = useState<State>(null);
  const making = state !== null && 'making' in state;
  const keep = async ({ label, make }: FileChoice) => {
    if (making) return;
    setState({ making: label });
    try {
      const file = await make();
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
        {files.map((file, index) => (
          <Button key={file.label} look={index === 0 ? 'solid' : 'outline'} onPress={() => keep(file)}>
            {file.label}
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
