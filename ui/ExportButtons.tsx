import { useState } from 'react';
import { Link } from 'react-router';
import * as m from '#messages';
import type { FileOperation, InputOf } from '#platform/operation.ts';
import { Button } from './Button.tsx';
import { CallRefused, fetchFile } from './call.ts';
import { Notice } from './Notice.tsx';

const encodings = [
  { encoding: 'utf-8', label: m.ui_export_utf8 },
  { encoding: 'cp932', label: m.ui_export_cp932 },
] as const;

interface ExportButtonsProps<Op extends FileOperation> {
  op: Op;
  /** What the list was narrowed down by. */
  filter: Omit<InputOf<Op>, 'encoding'>;
}

/** The whole list as a file, not only the page that is shown: the server makes it, and writes down who took it. */
export function ExportButtons<Op extends FileOperation>({ op, filter }: ExportButtonsProps<Op>) {
  const [making, setMaking] = useState<string>();
  const [refused, setRefused] = useState<CallRefused>();

  async function take(encoding: string) {
    setMaking(encoding);
    setRefused(undefined);
    const asked: unknown = { ...filter, encoding };
    try {
      keep(await fetchFile(op, asked as InputOf<Op>));
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      setRefused(error);
    } finally {
      setMaking(undefined);
    }
  }

  return (
    <>
      {encodings.map(({ encoding, label }) => (
        <Button key={encoding} pending={making === encoding} onPress={() => take(encoding)}>
          {label()}
        </Button>
      ))}
      {refused && (
        <Notice tone="error">
          {refused.message}
          {refused.code === 'approval_needed' && (
            <p>
              <Link to={`/exports?asked=${encodeURIComponent(refused.fields.asked ?? '')}`}>
                {m.ui_export_ask()}
              </Link>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

/** Hands the file to the browser, which keeps it among its downloads. */
function keep(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
