import * as z from 'zod';
import { words } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { boardKeepers, boardReaders, day, stages } from './model.ts';

const id = z.object({ id: z.uuid() });

const counts = {
  population: z.int(),
  /** Under 15. */
  children: z.int().nullable(),
  /** 65 and older, 75 and older among them. */
  aged: z.int().nullable(),
  old_aged: z.int().nullable(),
  households: z.int().nullable(),
  as_of: z.string(),
  source: z.string(),
};

/** 校区の人口, as the town's statistics give it: one line a district, taken from a table. */
export const enterAreaFigures = operation({
  route: 'POST /area-figures',
  summary: m.boards_figures_summary,
  may: ['planner', 'community_coordinator'],
  audit: 'area_figures.entered',
  input: z.object({
    id: z.uuid(),
    as_of: day,
    source: words(200, m.boards_field_source),
    /** 校区, 人口, 14歳以下, 65歳以上, 75歳以上, 世帯; divided by tabs or commas. */
    lines: words(20_000, m.boards_field_lines),
  }),
  output: z.object({ id: z.uuid() }),
});

export const listAreas = operation({
  route: 'GET /areas',
  summary: m.boards_areas_summary,
  may: boardReaders,
  audit: null,
  input: z.object({}),
  output: z.object({
    areas: z.array(
      z.object({
        district_id: z.uuid(),
        district_name: z.string(),
        figures: z.object(counts).nullable(),
      }),
    ),
  }),
});
export type ListedArea = z.output<typeof listAreas.output>['areas'][number];

/** 校区カード: who lives there, what there is, and which bodies do something together. */
export const readArea = operation({
  route: 'GET /areas/:district',
  summary: m.boards_area_summary,
  may: boardKeepers,
  audit: null,
  atOneMoment: true,
  input: z.object({ district: z.uuid() }),
  output: z.object({
    district_id: z.uuid(),
    district_name: z.string(),
    board: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    /** The newest of each day, the newest day first. */
    figures: z.array(z.object(counts)),
    /** What may be shown to anybody of what is open. */
    places: z.array(z.object({ id: z.uuid(), name: z.string(), what: z.string() })),
    groups: z.array(z.object({ id: z.uuid(), name: z.string(), stage: z.enum(stages) })),
    ties: z.array(
      z.object({
        id: z.uuid(),
        one: z.string(),
        other: z.string(),
        what: z.string(),
        since_on: z.string(),
        ended_on: z.string().nullable(),
      }),
    ),
  }),
});
export type Area = z.output<typeof readArea.output>;

/** 団体どうしのつながり. */
export const writeTie = operation({
  route: 'POST /body-ties',
  summary: m.boards_tie_summary,
  may: boardKeepers,
  audit: 'body_tie.written',
  input: z.object({
    id: z.uuid(),
    district_id: z.uuid({ error: () => m.boards_field_district() }),
    one: words(100, m.boards_field_tie),
    other: words(100, m.boards_field_tie),
    what: words(300, m.boards_field_tie_what),
    since_on: day,
  }),
  output: id,
});

export const endTie = operation({
  route: 'POST /body-ties/:id/end',
  summary: m.boards_tie_end_summary,
  may: boardKeepers,
  audit: 'body_tie.ended',
  input: id,
  output: id,
});
