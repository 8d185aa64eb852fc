import { useLocation, useSearchParams } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from './Button.tsx';

export interface PaginationProps {
  /** The key the next page begins after, as the operation gave it; null on the last page. */
  next: string | null;
  /** How many a page holds. */
  size?: number;
}

/** On to the next page of a list that is read by key: `?after=…` in the address; the browser's back goes back. */
export function Pagination({ next, size = 50 }: PaginationProps) {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const isFirst = !search.has('after');
  if (isFirst && next === null) return null;
  return (
    <nav aria-label={m.ui_pagination()} className="mt-4 flex flex-wrap gap-3 print:hidden">
      {!isFirst && (
        <ButtonLink to={addressAfter(pathname, search, null)}>{m.ui_pagination_first()}</ButtonLink>
      )}
      {next !== null && (
        <ButtonLink to={addressAfter(pathname, search, next)}>{m.ui_pagination_next({ size })}</ButtonLink>
      )}
    </nav>
  );
}

function addressAfter(pathname: string, search: URLSearchParams, key: string | null): string {
  const query = new URLSearchParams(search);
  query.delete('after');
  if (key !== null) query.set('after', key);
  return query.size > 0 ? `${pathname}?${query}` : pathname;
}
