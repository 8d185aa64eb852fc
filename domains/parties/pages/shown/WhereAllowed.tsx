import type { ReactNode } from 'react';
import { Notice } from '#ui/Notice.tsx';
import type { HouseholdAct } from '../../model.ts';
import { type Opened, whyNotHere } from './opened.ts';

interface WhereAllowedProps {
  act: HouseholdAct;
  household: Opened;
  children: ReactNode;
}

/** The form of an act, or the sentence why it is not possible with this household. */
export function WhereAllowed({ act, household, children }: WhereAllowedProps) {
  const sentence = whyNotHere(act, household);
  return sentence ? <Notice tone="info">{sentence}</Notice> : children;
}
