import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';
import { ScrollRegion } from '#ui/ScrollRegion.tsx';

interface SideBySideProps {
  caption: string;
  heads: readonly [string, string];
  rows: readonly { term: string; values: readonly [string | null, string | null] }[];
  /** All rows differ: it need not be said of each. */
  plain?: boolean;
}

/** Two records beside one another; where they differ, a word says so. */
export function SideBySide({ caption, heads, rows, plain = false }: SideBySideProps) {
  return (
    <ScrollRegion label={caption}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td className={cell} />
            {heads.map((head) => (
              <th key={head} scope="col" className={`${cell} bg-solid-gray-50 text-std-16B-170`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ term, values: [one, other] }) => (
            <tr key={term}>
              <th scope="row" className={`${cell} bg-solid-gray-50 text-std-16B-170 whitespace-nowrap`}>
                {term}
                {!plain && one !== other && (
                  <span className="block">
                    <Badge tone="yellow">{m.parties_differs()}</Badge>
                  </span>
                )}
              </th>
              <td className={cell}>{one ?? m.parties_refused_empty()}</td>
              <td className={cell}>{other ?? m.parties_refused_empty()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const cell = 'border border-solid-gray-300 px-3 py-2 text-left align-top';
