import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { EmergencyView } from './emergency-api.ts';
import { tellingWayWords } from './person-model.ts';

/** Whether a person was told of an emergency view, in a sentence: on the page and on paper. */
export function writeTelling(telling: EmergencyView['telling']): string {
  if (telling === null) return m.consent_not_told_yet();
  const { told_on, way, role, name, why_not_yet, weigh_again_on } = telling;
  if (told_on === null || way === null)
    return m.consent_telling_not_yet({ why: why_not_yet ?? '', day: formatDay(weigh_again_on ?? '') });
  const who = [role !== null && role in roleWords ? roleWords[role as Role]() : '', name ?? ''].join(' ');
  return m.consent_telling_told({ day: formatDay(told_on), who: who.trim(), way: tellingWayWords[way]() });
}
