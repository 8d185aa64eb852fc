import * as m from '#messages';
import { useMe } from '#ui/me.ts';
import { SectionNav } from '#ui/SectionNav.tsx';
import type { InquiryHead } from '../../parts.ts';

/** The parts of an inquiry; an owner has its projects alone. */
export function InquiryNav({ inquiry }: { inquiry: InquiryHead }) {
  const planner = useMe().current?.role === 'planner';
  const address = `/inquiries/${inquiry.id}`;
  const report = {
    to: `/plans/${inquiry.plan.code}/progress/${inquiry.fiscal_year}`,
    label: m.projects_nav_report(),
  };
  const items = [
    { to: address, label: m.projects_nav_board() },
    ...(planner
      ? [
          { to: `${address}/owners`, label: m.projects_nav_owners() },
          { to: `${address}/sheets`, label: m.projects_nav_sheets() },
          { to: `${address}/committee`, label: m.projects_nav_committee() },
        ]
      : []),
    ...(planner || inquiry.stage !== 'open' ? [report] : []),
  ];
  // Where there is but one part, there is nothing to choose.
  if (items.length < 2) return null;
  return <SectionNav label={m.projects_nav({ title: inquiry.title })} items={items} />;
}

/** The way back from the parts of an inquiry. */
export function trailOf(inquiry?: InquiryHead) {
  return [
    { label: m.projects_inquiries_title(), to: '/inquiries' },
    ...(inquiry ? [{ label: inquiry.title, to: `/inquiries/${inquiry.id}` }] : []),
  ];
}
