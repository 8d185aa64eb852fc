import { useState } from 'react';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { CallRefused, fetchFile } from '#ui/call.ts';
import { Notice } from '#ui/Notice.tsx';
import { exportHouseholds } from '../../api.ts';

type Asked = InputOf<typeof exportHouseholds>;

const encodings = [
  { encoding: 'utf-8', label: m.parties_export_utf8 },
  { encoding: 'cp932', label: m.parties_export_cp932 },
] as const;

/** The whole list as a file, not only the page that is shown: the server makes it, and writes down who took it. */
export function ExportButtons({ filter }: { filter: Omit<Asked, 'encoding'> }) {
  const [making, setMaking] = useState<Asked['encoding']>();
  const [refused, setRefused] = useState<string>();

  async function take(encoding: Asked['encoding']) {
    setMaking(encoding);
    setRefused(undefined);
    try {
      keep(await fetchFile(exportHouseholds, { ...filter, encoding }));
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      setRefused(error.message);
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
      {refused && <Notice tone="error">{refused}</Notice>}
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
