import { Link } from 'react-router';
import * as m from '#messages';

export interface Crumb {
  label: string;
  to: string;
}

/** The way to this page, without the page itself, whose heading follows. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  return (
    <nav aria-label={m.ui_breadcrumbs()} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2">
        {trail.map(({ label, to }) => (
          <li
            key={to}
            className="flex items-center not-last:after:ml-2 not-last:after:text-solid-gray-600 not-last:after:content-['›'/'']"
          >
            <Link to={to} className="inline-block py-2.5">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
