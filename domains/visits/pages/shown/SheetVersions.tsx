import { nameItem, sayAnswer } from '#domains/items/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { Badge } from '#ui/Badge.tsx';
import { DownloadLink } from '#ui/Button.tsx';
import { hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { channels, channelWords } from '../../model.ts';
import { readTallyScan } from '../../sheet-api.ts';
import type { OpenedSheet } from './load-sheet.ts';
import { useIsKeeper } from './may.ts';
import { writeName } from './wording.ts';

type Version = OpenedSheet['sheets'][number];

/** Every version of the month's sheet, the newest first, each with who counted and why it was corrected. */
export function SheetVersions({ sheet: { sheets, mode, items } }: { sheet: OpenedSheet }) {
  const { today } = useMe();
  const maySeeScan = useIsKeeper();
  const describeAnswers = ({ answers }: Version) =>
    items
      .filter(({ id }) => answers[id])
      .map((one) => ({ term: nameItem(one, today), value: sayAnswer(one, answers[one.id]) }));
  return (
    <Section heading={m.visits_sheet_versions()}>
      <ol className="grid gap-6">
        {sheets.map((version, i) => (
          <li key={version.id}>
            <p className="mb-2 flex flex-wrap items-center gap-3 text-std-16B-170">
              {m.visits_version({ n: version.version })}
              {version.withdrawn && <Badge tone="neutral">{m.visits_sheet_withdrawn()}</Badge>}
              {i === 0 && mode === 'sheet' && !version.withdrawn && (
                <Badge tone="blue">{m.visits_sheet_that_counts()}</Badge>
              )}
            </p>
            <DescriptionList items={[...describe(version), ...describeAnswers(version)]} />
            {version.scan && maySeeScan && (
              <p className="mt-3 print:hidden">
                <DownloadLink href={hrefOf(readTallyScan, { id: version.id })}>
                  {m.visits_take_scan({ name: version.scan.name })}
                </DownloadLink>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function describe(version: Version) {
  const { counts, total, counted_by, note, reason, entered_on, entered_by_name, scan } = version;
  const parts = channels.map((channel) =>
    m.visits_channel_count({ channel: channelWords[channel](), n: formatNumber(counts[channel], 0) }),
  );
  const said = [
    { term: m.visits_total(), value: m.visits_count_of({ n: formatNumber(total, 0) }) },
    { term: m.visits_sheet_counts(), value: parts.join(m.visits_between()) },
  ];
  return [
    ...(version.withdrawn ? [] : said),
    { term: m.visits_label_counted_by(), value: counted_by },
    {
      term: m.visits_label_entered_on(),
      value: m.visits_recorded_by({ day: formatDay(entered_on), name: writeName(entered_by_name) }),
    },
    ...(reason === null ? [] : [{ term: m.visits_label_reason(), value: reason }]),
    ...(note === null ? [] : [{ term: m.visits_label_note(), value: note }]),
    ...(scan === null ? [] : [{ term: m.visits_label_scan(), value: scan.name }]),
  ];
}
