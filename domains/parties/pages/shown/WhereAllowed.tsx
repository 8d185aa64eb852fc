import type { ReactNode } from 'react';
import * as m from '#messages';
import { Notice } from '#ui/Notice.tsx';
import type { HouseholdAct } from '../../model.ts';
import { useIsKeeper } from './may.ts';
import { type Opened, whyNotHere } from './opened.ts';

interface WhereAllowedProps {
  act: HouseholdAct;
  household: Opened;
  children: ReactNode;
}

/** The form of an act, or the sentence why it is not possible with this household or in this role. */
export function WhereAllowed({ act, household, children }: WhereAllowedProps) {
  const keeps = useIsKeeper();
  const sentence = keeps ? whyNotHere(act, household) : m.platform_refused_not_allowed();
  return sentence ? <Notice tone="info">{sentence}</Notice> : children;
}
