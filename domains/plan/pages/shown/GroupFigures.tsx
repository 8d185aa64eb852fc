import { Link } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { readFigures } from '../../api.ts';
import { writePoint, writePointYear } from './wording.ts';

type Figures = OutputOf<typeof readFigures>['figures'];

/** The indicators of a group with where they stand, each the way to how it is counted. */
export function GroupFigures({ plan, figures }: { plan: string; figures: Figures }) {
  return (
    <ul className="grid gap-1 rounded-8 bg-solid-gray-50 p-4">
      {figures.map((figure) => (
        <li key={figure.code}>
          <Link to={`/plans/${plan}/indicators/${figure.code}`} className="inline-block py-2">
            {figure.wording}
          </Link>
          {m.plan_figure_beside({
            figure: writePoint(figure.actual, figure),
            year: figure.actual ? writePointYear(figure.actual) : '',
          })}
        </li>
      ))}
    </ul>
  );
}
