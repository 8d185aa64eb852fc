import { Link } from 'react-router';
import { Section } from './Section.tsx';

export interface WaitingLinksProps {
  heading: string;
  rows: readonly { id: string; to: string; says: string }[];
}

/** What waits for somebody, on 今日: a line each, which leads to where it is done. Nothing where nothing waits. */
export function WaitingLinks({ heading, rows }: WaitingLinksProps) {
  if (rows.length === 0) return null;
  return (
    <Section heading={heading}>
      <ul className="grid gap-2">
        {rows.map(({ id, to, says }) => (
          <li key={id}>
            <Link to={to}>{says}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
