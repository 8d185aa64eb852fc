import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface DisclosureProps {
  /** The words of the button. */
  label: ReactNode;
  /** A name for people who do not see what belongs to it; the label when left out. */
  name?: string;
  children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel below itself. Escape and a press elsewhere close it again. */
export function Disclosure({ label, name, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    const onPointer = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPointer);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPointer);
    };
  }, [open]);

  return (
    <div ref={root} className="relative">
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={panelId}
        aria-label={name}
        onClick={() => setOpen(!open)}
        className="flex min-h-11 w-full cursor-pointer items-center justify-between gap-2 rounded-8 border border-solid-gray-600 bg-white px-3 py-1 text-left text-dns-16N-130 hover:bg-solid-gray-50"
      >
        <span className="min-w-0">{label}</span>
        <span aria-hidden="true" className="text-dns-14N-120">
          {open ? '▲' : '▼'}
        </span>
      </button>
      <div
        id={panelId}
        hidden={!open}
        className="absolute right-0 z-30 mt-2 w-full min-w-72 rounded-8 border border-solid-gray-600 bg-white p-4 shadow-2"
      >
        {open && children(() => setOpen(false))}
      </div>
    </div>
  );
}
