import * as m from '#messages';
import { SectionNav } from '#ui/SectionNav.tsx';

/** The parts of a plan. */
export function PlanNav({ plan }: { plan: { code: string; name: string } }) {
  const address = `/plans/${plan.code}`;
  return (
    <SectionNav
      label={m.plan_parts({ plan: plan.name })}
      items={[
        { to: address, label: m.plan_nav_tree() },
        { to: `${address}/links`, label: m.plan_nav_links() },
        { to: `${address}/evaluation`, label: m.plan_nav_evaluation() },
        { to: `${address}/wordings`, label: m.plan_nav_wordings() },
        { to: `${address}/report`, label: m.plan_nav_report() },
      ]}
    />
  );
}
