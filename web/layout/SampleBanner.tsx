import * as m from '#messages';
import { type Day, formatDay } from '#platform/calendar.ts';

/** Says on every screen that nobody here is real, and which day it is taken to be. */
export function SampleBanner({ today }: { today: Day }) {
  return (
    <aside
      aria-label={m.web_sample_badge()}
      className="border-b border-yellow-900 bg-yellow-50 px-4 py-2 text-solid-gray-900"
    >
      <p className="mx-auto flex max-w-360 items-baseline gap-3 lg:px-4">
        <strong className="inline-block shrink-0 rounded-4 bg-yellow-1000 px-2 text-dns-16B-130 text-white">
          {m.web_sample_badge()}
        </strong>
        <span className="text-dns-16N-130">{m.web_sample_banner({ day: formatDay(today) })}</span>
      </p>
    </aside>
  );
}
