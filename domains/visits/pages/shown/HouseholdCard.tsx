import type { ReactNode } from 'react';
import type { SaidItem } from '#domains/items/model.ts';
import { type Caution, cautionWords } from '#domains/parties/model.ts';
import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';

/** What one needs to know at the door; never why. */
export interface AtTheDoor {
  name: string;
  /** Null where it is no longer the reader's to see. */
  address: string | null;
  cautions: readonly Caution[];
}

interface HouseholdCardProps {
  household: AtTheDoor;
  /** What the entry answers to the town's own items. */
  own: readonly SaidItem[];
  /** Below it: the last visit. */
  children?: ReactNode;
}

/** Name, address, cautions and the town's own items of a household, large enough to be read without glasses. */
export function HouseholdCard({ household: { name, address, cautions }, own, children }: HouseholdCardProps) {
  return (
    <span className="grid gap-1">
      <span className="text-std-20B-150">{name}</span>
      {address && <span>{address}</span>}
      <Cautions cautions={cautions} />
      {own.map(({ label, said }) => (
        <span key={label} className="whitespace-pre-wrap">
          {m.visits_own_item({ label, said })}
        </span>
      ))}
      {children && <span className="text-solid-gray-700">{children}</span>}
    </span>
  );
}

export function Cautions({ cautions }: { cautions: readonly Caution[] }) {
  if (cautions.length === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="sr-only">{m.visits_cautions()}</span>
      {cautions.map((caution) => (
        <Badge key={caution} tone="yellow">
          {cautionWords[caution]()}
        </Badge>
      ))}
    </span>
  );
}
