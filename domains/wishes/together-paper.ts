import * as m from '#messages';
import { formatDay, formatFiscalYear, formatMonth } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { type Block, cellOf, lineOf, linesOf, type Paper } from '#platform/typesetting/paper.ts';
import type { ToldStory } from './story-api.ts';
import type { readTogether } from './together-api.ts';

type Together = OutputOf<typeof readTogether>;

/** A story as a heading and its words. */
export function storyBlocks({ title, words, happened_on, district_name }: ToldStory): Block[] {
  const place = district_name ?? m.wishes_no_district();
  return [
    { kind: 'heading', text: title },
    { kind: 'text', lines: linesOf(words), quiet: false },
    {
      kind: 'text',
      lines: [lineOf(m.wishes_story_line({ day: formatDay(happened_on), place }))],
      quiet: true,
    },
  ];
}

/** What a district's people did for one another, for its meeting. */
export function presentTogether(
  { district, fiscal_year, times, returned, months, thanks, stories }: Together,
  { town, sample, today }: { town: string; sample: boolean; today: string },
): Paper {
  const name = district?.name ?? '';
  const year = formatFiscalYear(fiscal_year);
  const none = (text: string): Block => ({ kind: 'text', lines: [lineOf(text)], quiet: true });
  const byMonth: Block = {
    kind: 'table',
    caption: m.wishes_together_months(),
    columns: [
      { head: m.wishes_together_month(), share: 50, align: 'start' },
      { head: m.wishes_together_times(), share: 50, align: 'end' },
    ],
    rows: months.map((one) => [cellOf(formatMonth(one.month), { head: true }), cellOf(String(one.times))]),
    closing: [],
    dense: false,
    notes: [],
  };
  return {
    title: m.wishes_together_paper_title({ district: name }),
    overline: town,
    motto: null,
    runningHead: m.wishes_together_paper_title({ district: name }),
    mark: sample ? { word: m.wishes_together_sample(), sentence: m.wishes_together_sample_sentence() } : null,
    facts: [
      { term: m.wishes_together_year(), lines: [year] },
      { term: m.wishes_together_printed(), lines: [formatDay(today)] },
    ],
    contentsTitle: m.wishes_together_contents(),
    sections: [
      {
        title: m.wishes_together_counts(),
        newPage: false,
        blocks: [
          {
            kind: 'terms',
            items: [
              { term: m.wishes_together_came_true(), lines: [m.wishes_n({ n: times })] },
              { term: m.wishes_together_returned(), lines: [m.wishes_n({ n: returned })] },
            ],
          },
          months.length > 0 ? byMonth : none(m.wishes_together_none()),
        ],
      },
      {
        title: m.wishes_together_thanks(),
        newPage: false,
        blocks:
          thanks.length > 0
            ? [
                {
                  kind: 'text',
                  lines: thanks.map(({ words }) => ({ text: words, item: true })),
                  quiet: false,
                },
              ]
            : [none(m.wishes_together_thanks_none())],
      },
      {
        title: m.wishes_stories_told_title(),
        newPage: false,
        blocks: stories.length > 0 ? stories.flatMap(storyBlocks) : [none(m.wishes_stories_told_none())],
      },
    ],
  };
}
