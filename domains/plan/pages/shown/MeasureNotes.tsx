import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { readPlan } from '../../api.ts';
import { LinkedMeasures } from './LinkedMeasures.tsx';

type PlanTree = OutputOf<typeof readPlan>;

/** Where the book words or places a measure elsewhere, and which measures of the next plan it leads to. */
export function MeasureNotes({ tree, measure }: { tree: PlanTree; measure: PlanTree['measures'][number] }) {
  const links = tree.links.filter((link) => link.measure_id === measure.id);
  return (
    <>
      {measure.other_wordings.map(({ id, place, wording, group }) => (
        <p key={id} className="text-solid-gray-700">
          {wording === measure.name
            ? m.plan_placed_elsewhere({ place, group: group ?? '' })
            : m.plan_worded_elsewhere({ place, wording })}
        </p>
      ))}
      <LinkedMeasures
        links={links.filter(({ next }) => next !== null)}
        lead={m.plan_leads_to()}
        name={({ next }) => m.plan_next_measure({ number: next?.number ?? 0, name: next?.name ?? '' })}
      />
    </>
  );
}
