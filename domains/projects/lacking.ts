import * as m from '#messages';
import type { Answered, Rule } from './parts.ts';

/** What an answer still lacks, by field; a draft may lack everything but not hold what the rule does not know. */
export function lackingIn(
  answer: Answered & { state: 'draft' | 'answered' },
  rule: Rule,
): Record<string, string> {
  const lacking: Record<string, string> = {};
  if (answer.state === 'answered') {
    if (answer.results === null) lacking.results = m.projects_field_results();
    if (answer.grade === null) lacking.grade = m.projects_field_grade();
    if (answer.course === null) lacking.course = m.projects_field_course();
  }
  if (answer.grade !== null && !rule.grades.some(({ code }) => code === answer.grade))
    lacking.grade = m.projects_field_grade();
  if (answer.course !== null && !rule.courses.some(({ code }) => code === answer.course))
    lacking.course = m.projects_field_course();
  return lacking;
}
