import { useRef, useState } from 'react';
import * as m from '#messages';
import { formatMonth } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { mintId } from '#platform/uuid.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { hrefOf } from '#ui/call.ts';
import { readNumber, type TypedFile } from '#ui/Form/read-typed.ts';
import { FileCell, NumberCell } from '#ui/fields/cells.tsx';
import { useSubmission } from '#ui/use-submission.ts';
import { type Channel, channels, channelWords } from '../../../visits/model.ts';
import { type SheetCounts, scanLimit, scanTypes, sheetCounts, totalOf } from '../../../visits/sheet-model.ts';
import { readMemberScan, writeMemberSheet } from '../../api.ts';
import type { MemberMonth } from '../../model.ts';

type Texts = Record<Channel, string>;

interface MemberRowProps {
  member: MemberMonth;
  month: string;
  mayWrite: boolean;
  /** Hears what is typed; null when it is no number, or nothing. */
  typed: (counts: SheetCounts | null) => void;
  /** Reads the grid anew. */
  kept: () => Promise<void>;
}

/** One member's month: seven boxes, kept when one leaves the row, and what became of it. */
export function MemberRow({ member, month, mayWrite, typed, kept }: MemberRowProps) {
  const { member_id, number, name, sheet } = member;
  const [texts, setTexts] = useState<Texts>(() => writeTexts(sheet?.counts ?? null));
  const before = useRef(JSON.stringify(texts));
  const id = useRef(mintId());
  const { pending, refusal, submit } = useSubmission(writeMemberSheet);
  const counts = readCounts(texts);

  async function keep(scan: TypedFile | null = null) {
    const written = JSON.stringify(texts);
    if (!scan && (written === before.current || isBlank(texts))) return;
    // What is no number travels as it is: the sentence about it is the server's.
    const typedCounts = Object.fromEntries(channels.map((channel) => [channel, readNumber(texts[channel])]));
    const input = { id: id.current, member_id, month, follows: sheet?.version ?? 0, scan };
    const counts = isBlank(texts) ? null : (typedCounts as Partial<SheetCounts>);
    const output = await submit({ ...input, counts });
    if (output) {
      id.current = mintId();
      before.current = written;
    }
    // Also when somebody else was quicker: the next attempt follows what stands there now.
    await kept();
  }

  function type(channel: Channel, text: string) {
    const next = { ...texts, [channel]: text };
    setTexts(next);
    typed(readCounts(next));
  }

  const waits = JSON.stringify(texts) !== before.current;
  const errorId = `error-${member_id}`;
  const nameId = `name-${member_id}`;
  return (
    <tr
      className="border-b border-solid-gray-300"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) keep();
      }}
    >
      <th
        scope="row"
        aria-labelledby={nameId}
        className="sticky left-0 bg-white p-2 text-left font-400 whitespace-nowrap"
      >
        <span className="mr-2 inline-block min-w-6 text-right text-solid-gray-700 tabular-nums">
          {number}
        </span>
        <span id={nameId}>{name}</span>
        <span className="mt-1 flex flex-wrap gap-x-3 text-dns-14N-130 print:hidden">
          {sheet?.has_scan && (
            <DownloadLink look="text" href={hrefOf(readMemberScan, { id: sheet.id })}>
              {m.groups_scan_open()}
            </DownloadLink>
          )}
          {mayWrite && (
            <FileCell
              label={m.groups_photo({ name })}
              seen={m.groups_photo_short()}
              accept={scanTypes.join(',')}
              maxBytes={scanLimit}
              chosen={keep}
            />
          )}
        </span>
      </th>
      {channels.map((channel) => (
        <td key={channel} className="p-1 text-right tabular-nums">
          {mayWrite ? (
            <NumberCell
              column={channel}
              label={m.groups_box({ name, channel: channelWords[channel]() })}
              error={refusal?.fields[`counts.${channel}`]}
              describedBy={refusal ? errorId : undefined}
              value={texts[channel]}
              change={(text) => type(channel, text)}
            />
          ) : (
            texts[channel]
          )}
        </td>
      ))}
      <td className="p-2 text-right text-std-16B-170 tabular-nums">
        {counts && !isBlank(texts) ? formatNumber(totalOf(counts), 0) : ''}
      </td>
      <td className="p-2 text-dns-14N-130">
        <span aria-live="polite">{sayState(pending, waits && !isBlank(texts), sheet)}</span>
        {refusal && (
          <span id={errorId} role="alert" className="mt-1 block text-error-1">
            {[refusal.message, ...new Set(Object.values(refusal.fields))].filter(isFirst).join('\n')}
          </span>
        )}
      </td>
    </tr>
  );
}

function sayState(pending: boolean, waits: boolean, sheet: MemberMonth['sheet']): string {
  if (pending) return m.groups_state_keeping();
  if (waits) return m.groups_state_typed();
  if (!sheet) return m.groups_state_missing();
  const says = sheet.counts ? m.groups_state_in : m.groups_state_photo;
  return says({ day: writeDay(sheet.entered_on), by: sheet.entered_by_name ?? m.groups_somebody() });
}

/** 1月31日: the year is the grid's own. */
function writeDay(day: string): string {
  return m.groups_day({ month: formatMonth(day.slice(0, 7)), date: Number(day.slice(8)) });
}

function writeTexts(counts: SheetCounts | null): Texts {
  return Object.fromEntries(
    channels.map((channel) => [channel, counts ? String(counts[channel]) : '']),
  ) as Texts;
}

function readCounts(texts: Texts): SheetCounts | null {
  const read = sheetCounts.safeParse(
    Object.fromEntries(channels.map((channel) => [channel, readNumber(texts[channel])])),
  );
  return read.success ? read.data : null;
}

function isBlank(texts: Texts): boolean {
  return channels.every((channel) => texts[channel].trim() === '');
}

function isFirst(sentence: string, place: number, all: readonly string[]): boolean {
  return all.indexOf(sentence) === place;
}
