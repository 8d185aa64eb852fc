import type { ReactNode } from 'react';

/** What is done now and then, under its own word until it is wanted. */
export function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
      <summary className="cursor-pointer py-2 text-std-16B-170">{summary}</summary>
      <div className="mt-4">{children}</div>
    </details>
  );
}
