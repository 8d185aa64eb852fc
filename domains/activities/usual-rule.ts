import * as m from '#messages';
import type { ActivityRule } from './model.ts';

/**
 * What is counted until the town says otherwise: version 0. Blocks, contents and fields are those of the national 活動記録 (福祉行政報告例);
 * how visits and 連絡調整 are split, what counts as a visit, and what 主任児童委員 are not asked for could not be read in the manual,
 * and is to be compared with it by each town.
 */
export function usualRule(): ActivityRule {
  return {
    blocks: [
      {
        code: 'content',
        wording: m.activities_block_content(),
        unit: m.activities_unit_times(),
        lines: numbered([
          ['home_care', m.activities_content_home_care()],
          ['care_insurance', m.activities_content_care_insurance()],
          ['health', m.activities_content_health()],
          ['small_children', m.activities_content_small_children()],
          ['children_in_district', m.activities_content_children_in_district()],
          ['school', m.activities_content_school()],
          ['living_cost', m.activities_content_living_cost()],
          ['pension', m.activities_content_pension()],
          ['work', m.activities_content_work()],
          ['family', m.activities_content_family()],
          ['housing', m.activities_content_housing()],
          ['surroundings', m.activities_content_surroundings()],
          ['daily_support', m.activities_content_daily_support()],
          ['content_other', m.activities_content_other()],
        ]),
      },
      {
        code: 'field',
        wording: m.activities_block_field(),
        unit: m.activities_unit_times(),
        lines: plain([
          ['elderly', m.activities_field_elderly()],
          ['disabled', m.activities_field_disabled()],
          ['children', m.activities_field_children()],
          ['field_other', m.activities_field_other()],
        ]),
      },
      {
        code: 'other',
        wording: m.activities_block_other(),
        unit: m.activities_unit_times(),
        lines: lettered([
          ['survey', m.activities_other_survey()],
          ['events', m.activities_other_events()],
          ['own_work', m.activities_other_own_work()],
          ['council', m.activities_other_council()],
          ['certificates', m.activities_other_certificates()],
          ['child_notice', m.activities_other_child_notice()],
        ]),
      },
      {
        code: 'visits',
        wording: m.activities_block_visits(),
        unit: m.activities_unit_rounds(),
        lines: plain([
          ['visits_watch', m.activities_visits_watch()],
          ['visits_other', m.activities_visits_other()],
        ]),
      },
      {
        code: 'liaison',
        wording: m.activities_block_liaison(),
        unit: m.activities_unit_rounds(),
        lines: plain([
          ['liaison_members', m.activities_liaison_members()],
          ['liaison_others', m.activities_liaison_others()],
        ]),
      },
    ],
    equal: [['content', 'field']],
    visits: {
      line: 'visits_watch',
      hats: ['commissioner'],
      channels: ['face', 'intercom', 'phone', 'letter', 'outside', 'message'],
      contacts: ['met', 'answered', 'absent', 'declined'],
      companions: true,
    },
    not_for_child: ['visits_watch', 'visits_other'],
  };
}

type Named = readonly (readonly [code: string, wording: string])[];

const plain = (lines: Named) => lines.map(([code, wording]) => ({ code, mark: '', wording }));
const numbered = (lines: Named) =>
  lines.map(([code, wording], i) => ({ code, mark: String(i + 1), wording }));
const lettered = (lines: Named) =>
  lines.map(([code, wording], i) => ({ code, mark: m.activities_letters()[i] ?? '', wording }));
