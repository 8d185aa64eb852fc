import { Link } from 'react-router';
import { closingWords } from '#domains/parties/model.ts';
import { contentWords, type StoredContent } from '#domains/visits/model.ts';
import { partWords, writeName } from '#domains/visits/pages/shown/wording.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ScrollRegion } from '#ui/ScrollRegion.tsx';
import type { ComparedVisit, LateCall } from '../../api.ts';

const parts = ['visited_on', 'channel', 'contact', 'condition', 'note'] as const;
type Book = NonNullable<LateCall['book']>;

/** What the phone says and what the book says, part by part; what differs is said to differ. */
export function BothValues({ late: { visit, book, id } }: { late: LateCall }) {
  if (!visit) return null;
  const stands = book?.visits ?? [];
  return (
    <div className="my-4 grid gap-3">
      <ScrollRegion label={m.phones_compare()}>
        <table className="border-collapse">
          <caption className="mb-2 text-left text-std-16B-170">{m.phones_compare()}</caption>
          <thead>
            <tr className="border-b-2 border-solid-gray-600 text-left align-bottom">
              <th scope="col" className="p-2">
                {m.phones_label_part()}
              </th>
              <th scope="col" className="p-2">
                {m.phones_says_phone()}
              </th>
              {stands.map((one) => (
                <th key={one.id} scope="col" className="p-2">
                  {m.phones_says_book()}
                  <span className="block font-400">
                    <Link to={`/visits/${one.id}`}>{writeWhose(one)}</Link>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part} className="border-b border-solid-gray-300 align-top">
                <th scope="row" className="p-2 text-left font-400 whitespace-nowrap">
                  {partWords[part]()}
                </th>
                <td className="min-w-36 p-2 text-std-16B-170">{contentWords(visit, part)}</td>
                {stands.map((one) => (
                  <td key={one.id} className="min-w-36 p-2">
                    <Value one={one} part={part} visit={visit} />
                  </td>
                ))}
              </tr>
            ))}
            {[visit, ...stands].some(({ has_photo }) => has_photo) && (
              <tr className="border-b border-solid-gray-300 align-top">
                <th scope="row" className="p-2 text-left font-400 whitespace-nowrap">
                  {m.phones_label_photo()}
                </th>
                <td className="p-2 text-std-16B-170">{sayPhoto(visit)}</td>
                {stands.map((one) => (
                  <td key={one.id} className="p-2">
                    {sayPhoto(one)}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </ScrollRegion>
      {book && <AboutHousehold key={id} book={book} />}
    </div>
  );
}

function Value({
  one,
  visit,
  part,
}: {
  one: StoredContent;
  visit: StoredContent;
  part: (typeof parts)[number];
}) {
  const same = one[part] === visit[part];
  return (
    <>
      {contentWords(one, part)}
      {!same && <span className="block text-solid-gray-700">{m.phones_differs()}</span>}
    </>
  );
}

function sayPhoto({ has_photo }: ComparedVisit): string {
  return has_photo ? m.phones_photo_there() : m.phones_photo_none();
}

function writeWhose({ visitor_name, written_by_name }: Book['visits'][number]): string {
  const written = written_by_name ? m.phones_book_written({ name: written_by_name }) : '';
  return m.phones_book_visit({ visitor: writeName(visitor_name), written });
}

function AboutHousehold({ book: { household, visits } }: { book: Book }) {
  const says = household === null ? [m.phones_book_household_unseen()] : sayHousehold(household);
  const all = visits.length === 0 ? [m.phones_book_nothing(), ...says] : says;
  return (
    <ul className="grid list-disc gap-1 pl-6">
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function sayHousehold({
  closed_on,
  why,
  merged_into,
  on_round,
  visitors,
}: NonNullable<Book['household']>): string[] {
  return [
    closed_on && m.phones_book_closed({ day: formatDay(closed_on), why: why ? closingWords[why]() : '' }),
    merged_into && m.phones_book_merged({ name: merged_into }),
    !on_round && m.phones_book_not_on_round(),
    visitors.length > 0
      ? m.phones_book_visitors({ names: visitors.join('、') })
      : m.phones_book_no_visitors(),
  ].filter((sentence) => typeof sentence === 'string');
}
