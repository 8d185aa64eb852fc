import { useId, useState } from 'react';
import * as m from '#messages';
import type { TypedFile } from '#ui/Form/read-typed.ts';
import { scanLimit, scanTypes } from '../../../visits/sheet-model.ts';

/** A photograph of one member's paper, taken with the phone's camera or chosen from its files. */
export function PaperPhoto({ name, chosen }: { name: string; chosen: (scan: TypedFile) => void }) {
  const id = useId();
  const [tooLarge, setTooLarge] = useState(false);

  async function read(file: File | undefined) {
    if (!file) return;
    setTooLarge(file.size > scanLimit);
    if (file.size > scanLimit) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    chosen({ name: file.name, type: file.type, base64: btoa(binary) });
  }

  return (
    <>
      <label
        htmlFor={id}
        className="relative inline-flex min-h-11 cursor-pointer items-center px-1 text-blue-1000 underline focus-within:outline-2 focus-within:outline-black"
      >
        <span aria-hidden="true">{m.groups_photo_short()}</span>
        <input
          id={id}
          type="file"
          aria-label={m.groups_photo({ name })}
          accept={scanTypes.join(',')}
          className="sr-only"
          onChange={(event) => read(event.target.files?.[0])}
        />
      </label>
      {tooLarge && (
        <span role="alert" className="text-error-1">
          {m.visits_refused_scan_size()}
        </span>
      )}
    </>
  );
}
