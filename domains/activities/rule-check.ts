import * as m from '#messages';
import { type ActivityRule, daysCode } from './model.ts';
import { usualRule } from './usual-rule.ts';

/**
 * What stands against a rule as a town would set it: it keeps the five blocks of the national record, content and field come to
 * the same, and every line is there once, under one name.
 *
 * @returns one sentence, or null
 */
export function objectToRule(rule: ActivityRule): string | null {
  const usual = usualRule();
  const blocks = rule.blocks.map(({ code }) => code);
  const codes = rule.blocks.flatMap(({ code, lines }) => [code, ...lines.map((line) => line.code)]);
  const named = [rule.visits.line, ...rule.not_for_child, ...rule.equal.flat()];
  if (usual.blocks.some(({ code }) => !blocks.includes(code))) return m.activities_refused_blocks();
  if (!usual.equal.every(([one, two]) => rule.equal.some((pair) => pair.includes(one) && pair.includes(two))))
    return m.activities_refused_equality();
  if (!codes.includes(rule.visits.line)) return m.activities_refused_visit_line();
  if (
    new Set(codes).size < codes.length ||
    codes.includes(daysCode) ||
    named.some((one) => !codes.includes(one))
  )
    return m.activities_field_rule();
  for (const { wording, lines } of rule.blocks)
    if (new Set(lines.map((line) => line.wording)).size < lines.length)
      return m.activities_refused_twice({ block: wording });
  return null;
}
