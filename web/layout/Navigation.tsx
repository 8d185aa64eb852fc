import { Link, useLocation } from 'react-router';
import * as m from '#messages';
import type { NavigationGroup } from '../navigation.ts';

interface NavigationProps {
  id: string;
  groups: readonly NavigationGroup[];
  /** On a narrow screen, where it is folded away otherwise. */
  open: boolean;
}

/** The main menu: beside the page on a desk, above it on a phone. */
export function Navigation({ id, groups, open }: NavigationProps) {
  const here = nearestEntry(useLocation().pathname, groups);
  return (
    <nav
      id={id}
      aria-label={m.web_nav_label()}
      className={`${open ? '' : 'hidden'} shrink-0 border-solid-gray-300 px-4 py-4 max-lg:border-b lg:block lg:w-64 lg:border-r lg:py-8 print:hidden`}
    >
      {groups.map(({ heading, items }) => (
        <div key={heading()} className="mb-6 last:mb-0">
          <h2 className="mb-1 px-3 text-dns-16B-130 text-solid-gray-700">{heading()}</h2>
          <ul>
            {items.map(({ to, label }) => (
              <li key={to}>
                <Link
                  to={to}
                  aria-current={to === here ? 'page' : undefined}
                  className={entryLook(to === here)}
                >
                  {label()}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The entry that the address lies nearest below: 訪問の記録 for one visit, but not for 訪問を記録する. */
function nearestEntry(pathname: string, groups: readonly NavigationGroup[]): string | undefined {
  return groups
    .flatMap(({ items }) => items.map(({ to }) => to as string))
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function entryLook(current: boolean): string {
  return `flex min-h-11 items-center rounded-8 px-3 py-2 no-underline hover:underline ${
    current
      ? 'bg-blue-50 text-dns-16B-130 text-key-900'
      : 'text-dns-16N-130 text-solid-gray-800 hover:bg-solid-gray-50'
  }`;
}
