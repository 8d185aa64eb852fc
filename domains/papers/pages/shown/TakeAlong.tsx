import { Link } from 'react-router';
import * as m from '#messages';
import { Section } from '#ui/Section.tsx';

/** What one takes along on the round: a phone or a sheet of paper, side by side. */
export function TakeAlong({ here }: { here: 'phone' | 'paper' }) {
  return (
    <Section heading={m.papers_take_heading()}>
      <ul className="grid gap-4 md:grid-cols-2">
        <li className={card}>
          <p className="text-std-18B-160">{m.papers_take_phone()}</p>
          <p>{m.papers_take_phone_lead()}</p>
          {here !== 'phone' && <Link to="/phones">{m.papers_take_phone_to()}</Link>}
        </li>
        <li className={card}>
          <p className="text-std-18B-160">{m.papers_take_paper()}</p>
          <p>{m.papers_take_paper_lead()}</p>
          {here !== 'paper' && <Link to="/round-sheets">{m.papers_take_paper_to()}</Link>}
        </li>
      </ul>
    </Section>
  );
}

const card = 'grid content-start gap-2 rounded-8 border border-solid-gray-300 p-4';
