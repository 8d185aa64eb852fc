import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** Why nothing is here, and what to do. */
  says: string;
  /** The button or link that does it. */
  action?: ReactNode;
}

/** In the place of a list that has nothing in it. */
export function EmptyState({ says, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-4 rounded-8 border border-solid-gray-300 bg-solid-gray-50 p-6">
      <p>{says}</p>
      {action}
    </div>
  );
}
