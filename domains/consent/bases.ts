import * as m from '#messages';
import type { Ground, Purpose, Telling } from './model.ts';
import { basis, personBases } from './person-bases.ts';

/** A basis as a new town gets it. How the law applies here is each town's to confirm. */
export interface DefaultBasis {
  readonly id: string;
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly purpose: Purpose;
  readonly ground: Ground;
  readonly law: () => string;
  readonly told: Telling;
}

/** Decided for each person by name, whatever the purpose. */
const personalGrounds: readonly Ground[] = ['consent', 'statute', 'danger'];

export function isEachPerson({ ground }: Pick<DefaultBasis, 'ground'>): boolean {
  return personalGrounds.includes(ground);
}

/** 委託: the receiver works for the holder. */
export function actsForHolder({ ground }: Pick<DefaultBasis, 'ground'>): boolean {
  return ground === 'entrustment';
}

/**
 * The bases a new town starts with. Cities stand under chapter 5 of 個人情報の保護に関する法律 (articles 61–), councils,
 * district councils and other private bodies under chapter 4 (articles 17–), so the sender's kind decides.
 */
export const defaultBases: readonly DefaultBasis[] = [
  ...privateBases(1, 'district_council', 'council', 'support', true),
  ...privateBases(2, 'district_council', 'commissioner_council', 'watching', false),
  ...privateBases(3, 'council', 'district_council', 'watching', true),
  ...privateBases(4, 'council', 'commissioner_council', 'watching', false),
  ...privateBases(5, 'commissioner_council', 'district_council', 'watching', false),
  ...privateBases(6, 'commissioner_council', 'council', 'support', false),
  basis(40, 'city_section', 'council', 'support', 'consent', m.consent_law_69_consent, 'now'),
  basis(41, 'city_section', 'council', 'support', 'entrustment', m.consent_law_66_entrustment, 'now'),
  basis(42, 'city_section', 'city_section', 'support', 'statute', m.consent_law_69_duty, 'after_decision'),
  basis(43, 'city_section', 'council', 'conference', 'statute', m.consent_law_106_6, 'after_decision'),
  basis(44, 'city_section', 'window', 'conference', 'statute', m.consent_law_needy_9, 'after_decision'),
  basis(45, 'city_section', 'council', 'child', 'statute', m.consent_law_child_25_2, 'after_decision'),
  basis(46, 'city_section', 'district_council', 'evacuation', 'statute', m.consent_law_49_11, 'now'),
  basis(47, 'city_section', 'commissioner_council', 'evacuation', 'statute', m.consent_law_49_11, 'now'),
  basis(48, 'city_section', 'council', 'danger', 'danger', m.consent_law_69_danger, 'after_decision'),
  basis(49, 'window', 'council', 'support', 'consent', m.consent_law_27_consent, 'now'),
  ...personBases,
];

/** The id of a default basis, by its code, e.g. `district_council-council-support-entrustment`. */
export function idOfBasis(code: string): string {
  const found = defaultBases.find((b) => b.code === code);
  if (!found) throw new Error(`no such basis: ${code}`);
  return found.id;
}

function privateBases(n: number, from: string, to: string, purpose: Purpose, entrusts: boolean) {
  const first = n * 5;
  return [
    basis(first, from, to, purpose, 'consent', m.consent_law_27_consent, 'now'),
    basis(first + 1, from, to, purpose, 'joint_use', m.consent_law_27_joint_use, 'now'),
    basis(first + 2, from, to, 'danger', 'danger', m.consent_law_27_danger, 'after_decision'),
    ...(entrusts
      ? [basis(first + 3, from, to, purpose, 'entrustment', m.consent_law_27_entrustment, 'now')]
      : []),
  ];
}
