import { NavLink } from 'react-router';

export interface SectionNavProps {
  /** What the parts belong to, for people who do not see the row. */
  label: string;
  items: readonly { to: string; label: string }[];
}

/** The parts of one thing that have addresses of their own: 計画 → 指標, 評価, 報告書. */
export function SectionNav({ label, items }: SectionNavProps) {
  return (
    <nav aria-label={label} className="mb-8 border-b border-solid-gray-536 print:hidden">
      <ul className="flex flex-wrap gap-x-1">
        {items.map((item) => (
          <li key={item.to}>
            <NavLink
              to={item.to}
              end
              className={({ isActive }) =>
                `inline-flex min-h-11 items-center border-b-4 px-4 py-2 no-underline hover:underline ${
                  isActive
                    ? 'border-key-900 text-std-16B-170 text-key-900'
                    : 'border-transparent text-solid-gray-800'
                }`
              }
            >
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
