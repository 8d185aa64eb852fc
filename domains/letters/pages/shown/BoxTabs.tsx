import { Link } from 'react-router';
import * as m from '#messages';
import { boxes, boxWords } from '../../api.ts';

type Box = (typeof boxes)[number];

interface BoxTabsProps {
  current: Box | 'passed';
  /** How many wait, where that is known. */
  counts?: Partial<Record<Box, number>>;
}

/** The boxes of what came over the public form, and what was passed on. */
export function BoxTabs({ current, counts = {} }: BoxTabsProps) {
  const tabs = [
    ...boxes.map((box) => ({ box, to: `/letters?box=${box}`, label: sayBox(box, counts[box]) })),
    { box: 'passed' as const, to: '/letters/passed', label: m.letters_box_passed() },
  ];
  return (
    <nav aria-label={m.letters_boxes()} className="mb-6">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map(({ box, to, label }) => (
          <li key={box}>
            <Link
              to={to}
              aria-current={box === current ? 'page' : undefined}
              className={`inline-block border-b-4 py-2 ${
                box === current ? 'border-key-900 text-std-16B-170 no-underline' : 'border-transparent'
              }`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function sayBox(box: Box, n: number | undefined): string {
  return n === undefined ? boxWords[box]() : m.letters_box_count({ box: boxWords[box](), n });
}
