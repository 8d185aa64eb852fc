import { type ReactNode, useEffect, useId, useRef } from 'react';
import * as m from '#messages';
import { Button } from './Button.tsx';

export interface DialogProps {
  open: boolean;
  title: string;
  /** The person closed it: by its button, by Escape. */
  onClose: () => void;
  children: ReactNode;
}

/** The browser's own dialog: keeps the focus inside, gives it back when closed, closes with Escape. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="w-full max-w-160 rounded-12 border border-solid-gray-600 bg-white p-6 shadow-3 backdrop:bg-opacity-gray-500"
    >
      <div className="grid gap-4">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-std-20B-150">
            {title}
          </h2>
          <Button look="text" onPress={() => dialog.current?.close()}>
            {m.ui_dialog_close()}
          </Button>
        </div>
        {open && children}
      </div>
    </dialog>
  );
}
