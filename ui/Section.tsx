import { type ReactNode, useId } from 'react';

export interface SectionProps {
  heading: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page under a heading of its own. */
export function Section({ heading, actions, children }: SectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="mb-10 grid gap-4 print:block">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={headingId} className="text-std-22B-150 md:text-std-24B-150">
          {heading}
        </h2>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
