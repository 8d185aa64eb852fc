import type { ReactNode } from 'react';
import * as m from '#messages';

export interface Description {
  term: string;
  /** Nothing is shown as 未記入, so that an empty value is not taken for a missing one. */
  value: ReactNode;
}

/** A record as pairs of word and value. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="border-t border-solid-gray-300 [&+section]:mt-10">
      {items.map(({ term, value }) => (
        <div
          key={term}
          className="grid gap-x-6 border-b border-solid-gray-300 py-3 md:grid-cols-[minmax(10rem,14rem)_1fr]"
        >
          <dt className="text-std-16B-170">{term}</dt>
          <dd>{isNothing(value) ? <span className="text-solid-gray-600">{m.ui_nothing()}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isNothing(value: ReactNode): boolean {
  return value === null || value === undefined || value === '';
}
