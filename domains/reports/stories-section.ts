import { storyBlocks } from '#domains/wishes/together-paper.ts';
import * as m from '#messages';
import { lineOf, type Section } from '#platform/typesetting/paper.ts';
import type { EvaluationReport } from './model.ts';

/** 叶え合う事例, in the words that everybody in them agreed to; null where none may stand here. */
export function storiesSection({ stories }: EvaluationReport): Section | null {
  if (stories.length === 0) return null;
  return {
    title: m.reports_stories_title(),
    newPage: true,
    blocks: [
      { kind: 'text', lines: [lineOf(m.reports_stories_lead())], quiet: true },
      ...stories.flatMap(storyBlocks),
    ],
  };
}
