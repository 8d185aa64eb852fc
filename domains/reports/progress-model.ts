import type { readGathering } from '#domains/projects/api.ts';
import type { GatheredFigure } from '#domains/wishes/gathered-figures.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { FiguresReport } from './model.ts';

type Gathered = OutputOf<typeof readGathering>;

/** Everything the paper for the committee says, and nothing it does not say: what was gathered, and the figures of that year. */
export interface ProgressReport extends FiguresReport, Pick<Gathered, 'inquiry' | 'rule' | 'opinions'> {
  readonly town: { readonly name: string };
  readonly sample: boolean;
  readonly gathering: NonNullable<Gathered['gathering']>;
  /** 叶え合いの数 of the year, as they were when it was gathered; empty where none were kept. */
  readonly wishFigures: readonly GatheredFigure[];
}

export type ProgressAnswer = ProgressReport['gathering']['answers'][number];
export type ProgressMeasure = ProgressReport['gathering']['measures'][number];

/** The projects of a measure, by number. */
export function answersOf({ gathering }: ProgressReport, measure: ProgressMeasure): ProgressAnswer[] {
  return gathering.answers.filter(({ measures }) => measures.includes(measure.id));
}
