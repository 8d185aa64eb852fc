import { ButtonLink } from '#ui/Button.tsx';
import type { HouseholdAct } from '../../model.ts';
import { useIsKeeper } from './may.ts';
import { type Opened, whyNotHere } from './opened.ts';

interface PartLinkProps {
  household: Opened;
  /** What is done on the page it leads to: where that is not possible, there is no link. */
  act: HouseholdAct;
  part: string;
  label: string;
}

/** To the page below a household's own on which something is done. */
export function PartLink({ household, act, part, label }: PartLinkProps) {
  const keeps = useIsKeeper();
  if (!keeps || whyNotHere(act, household) !== null) return null;
  return <ButtonLink to={`/households/${household.id}/${part}`}>{label}</ButtonLink>;
}
