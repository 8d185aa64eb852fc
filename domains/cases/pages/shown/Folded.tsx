import { type ReactNode, useState } from 'react';

/** What is done now and then, under its own word until it is wanted; only then is it asked what was typed there before. */
export function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  return (
    <details
      className="rounded-8 border border-solid-gray-300 p-4 print:hidden"
      onToggle={({ currentTarget }) => currentTarget.open && setWanted(true)}
    >
      <summary className="cursor-pointer py-2 text-std-16B-170">{summary}</summary>
      {wanted && <div className="mt-4">{children}</div>}
    </details>
  );
}
