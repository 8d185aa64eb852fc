import * as z from 'zod';
import * as m from '#messages';
import type { Rule } from './parts.ts';

/** A column of grades or courses as what each code is called. */
export const wordingsOf = z
  .array(z.object({ code: z.string(), wording: z.string() }))
  .transform((list) => new Map(list.map(({ code, wording }) => [code, wording])));

/** 「A　計画どおり」 as it is read; a dash for none. */
export function sayGrade({ grades }: Pick<Rule, 'grades'>, code: string | null): string {
  return sayCode(code, grades);
}

/** The same, of a year whose rule was another and whose wording was looked up. */
export function sayWordedGrade(code: string | null, wording: string | null): string | null {
  return code === null || wording === null ? code : m.projects_grade_said({ code, wording });
}

export function sayCourse({ courses }: Pick<Rule, 'courses'>, code: string | null): string {
  return code === null ? m.projects_none() : (courses.find((one) => one.code === code)?.wording ?? code);
}

function sayCode(code: string | null, list: Rule['grades']): string {
  if (code === null) return m.projects_none();
  const found = list.find((one) => one.code === code);
  return found ? m.projects_grade_said({ code, wording: found.wording }) : code;
}
