import type { CodeList } from '#domains/codes/model.ts';
import type { ItemKind } from '#domains/items/model.ts';
import * as m from '#messages';
import type { AssessmentFacet } from './assessment-model.ts';

interface StandardItem {
  readonly facet: AssessmentFacet;
  readonly kind: ItemKind;
  readonly label: () => string;
  /** The answers to choose from, one after the other with 、 between them. */
  readonly options?: () => string;
  /** The code list whose entries are the answers to choose from, as it stands when the item is added. */
  readonly list?: CodeList;
  readonly unit?: () => string;
}

/**
 * What the インテーク・アセスメントシート asks (生活困窮者自立支援の標準帳票), with the person's own wish, strengths and gifts first. A
 * town adds, words anew and ends items of its own beside these; the exact wording of the national form is the town's to confirm.
 */
export const standardItems: readonly StandardItem[] = [
  { facet: 'wish', kind: 'lines', label: m.cases_std_wish },
  { facet: 'wish', kind: 'lines', label: m.cases_std_strength },
  { facet: 'wish', kind: 'lines', label: m.cases_std_give },
  { facet: 'consultation', kind: 'lines', label: m.cases_std_complaint },
  { facet: 'consultation', kind: 'choices', label: m.cases_std_issues, list: 'background' },
  { facet: 'consultation', kind: 'lines', label: m.cases_std_view },
  { facet: 'family', kind: 'choice', label: m.cases_std_household, options: m.cases_std_household_options },
  { facet: 'family', kind: 'lines', label: m.cases_std_relations },
  { facet: 'family', kind: 'lines', label: m.cases_std_neighbours },
  { facet: 'living', kind: 'choice', label: m.cases_std_home, options: m.cases_std_home_options },
  { facet: 'living', kind: 'number', label: m.cases_std_rent, unit: m.cases_std_yen },
  { facet: 'living', kind: 'yes_no', label: m.cases_std_eviction },
  { facet: 'living', kind: 'choices', label: m.cases_std_cut, options: m.cases_std_cut_options },
  { facet: 'living', kind: 'choice', label: m.cases_std_work, options: m.cases_std_work_options },
  { facet: 'living', kind: 'lines', label: m.cases_std_work_history },
  { facet: 'living', kind: 'choice', label: m.cases_std_school, options: m.cases_std_school_options },
  { facet: 'living', kind: 'lines', label: m.cases_std_day },
  { facet: 'living', kind: 'choices', label: m.cases_std_security, options: m.cases_std_security_options },
  { facet: 'economy', kind: 'choices', label: m.cases_std_income, options: m.cases_std_income_options },
  { facet: 'economy', kind: 'number', label: m.cases_std_income_month, unit: m.cases_std_yen },
  { facet: 'economy', kind: 'number', label: m.cases_std_savings, unit: m.cases_std_yen },
  { facet: 'economy', kind: 'number', label: m.cases_std_debt, unit: m.cases_std_yen },
  { facet: 'economy', kind: 'choices', label: m.cases_std_arrears, options: m.cases_std_arrears_options },
  { facet: 'health', kind: 'choice', label: m.cases_std_doctor, options: m.cases_std_doctor_options },
  { facet: 'health', kind: 'lines', label: m.cases_std_illness },
  { facet: 'health', kind: 'yes_no', label: m.cases_std_medicine },
  { facet: 'health', kind: 'choices', label: m.cases_std_booklet, options: m.cases_std_booklet_options },
  { facet: 'health', kind: 'choice', label: m.cases_std_insurance, options: m.cases_std_insurance_options },
  { facet: 'consultation', kind: 'choices', label: m.cases_std_attributes, list: 'attribute' },
];

/** Where 課題と背景要因 and 対象者の属性 stand among them, for what is typed into the national system. */
export const [issuesItem, attributesItem] = [5, 29];

/** The id of a standard item or of one of its options, the same in every town and for ever. */
export function idOfStandard(item: number, option = 0): string {
  const place = String(item * 100 + option).padStart(12, '0');
  return `018716f0-0000-7000-9000-${place}`;
}
