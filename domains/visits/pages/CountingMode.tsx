import { useLoaderData, useNavigate } from 'react-router';
import { changeCountingMode, readCountingModes } from '#domains/encounters/api.ts';
import { modeWords, type Source } from '#domains/encounters/model.ts';
import * as m from '#messages';
import { formatDay, type Month } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { totalOf } from '../sheet-model.ts';
import { loadSheet, type OpenedSheet } from './shown/load-sheet.ts';
import { useIsKeeper } from './shown/may.ts';
import { monthAfter, monthsUntil } from './shown/months.ts';
import { addressOfSheet } from './shown/sheet-address.ts';
import { writeMonth } from './shown/wording.ts';

type Decision = OutputOf<typeof readCountingModes>['decisions'][number];

export async function loader(args: PageArgs) {
  const sheet = await loadSheet(args);
  const { district, group } = sheet;
  return { sheet, ...(await call(readCountingModes, { district, group }, { signal: args.request.signal })) };
}

/** Changing over between sheets and single records: an act of its own, with what follows from it. */
export function Component() {
  const { sheet, decisions } = useLoaderData<typeof loader>();
  const { district_name, group_name, month } = sheet;
  const mayChange = useIsKeeper();
  return (
    <>
      <PageHeader
        title={m.visits_mode_title({ district: district_name })}
        lead={group_name}
        trail={[
          { label: m.visits_tally_title({ month: writeMonth(month) }), to: `/tally?month=${month}` },
          {
            label: m.visits_sheet_title({ district: district_name, month: writeMonth(month) }),
            to: addressOfSheet(sheet),
          },
        ]}
      />
      {mayChange && <ChangeOver sheet={sheet} />}
      <Section heading={m.visits_mode_decisions()}>
        <Decisions decisions={decisions} />
      </Section>
    </>
  );
}

function ChangeOver({ sheet }: { sheet: OpenedSheet }) {
  const navigate = useNavigate();
  const { today } = useMe();
  const to: Source = sheet.mode === 'sheet' ? 'single' : 'sheet';
  const now = today.slice(0, 7);
  const months = [monthAfter(now), ...monthsUntil(now)];
  return (
    <Section heading={changeWords[to]()}>
      <p>{m.visits_mode_now({ month: writeMonth(sheet.month), mode: modeWords[sheet.mode]() })}</p>
      <Form
        op={changeCountingMode}
        mints="id"
        also={{ district_id: sheet.district, group_id: sheet.group, mode: to }}
        initial={{ from_month: sheet.month }}
        submit={changeWords[to]()}
        beside={
          <ButtonLink look="text" to={addressOfSheet(sheet)}>
            {m.visits_leave()}
          </ButtonLink>
        }
        done={() => navigate(addressOfSheet(sheet), saying(m.visits_mode_changed()))}
      >
        {(typed) => (
          <>
            <SelectField
              name="from_month"
              label={m.visits_label_from_month()}
              required
              choices={months.map((value) => ({ value, label: writeMonth(value) }))}
            />
            <Consequences sheet={sheet} to={to} typed={typed} />
            <TextArea
              name="reason"
              label={m.visits_label_reason()}
              hint={m.visits_hint_mode_reason()}
              required
              rows={2}
              maxLength={500}
            />
          </>
        )}
      </Form>
    </Section>
  );
}

const changeWords: Record<Source, () => string> = {
  sheet: m.visits_mode_to_sheet,
  single: m.visits_mode_to_single,
};

/** What will no longer count, in words and in figures of the month on the screen. */
function Consequences({ sheet, to, typed }: { sheet: OpenedSheet; to: Source; typed: Typed }) {
  const from = typeof typed.from_month === 'string' ? typed.from_month : sheet.month;
  const month = writeMonth(from);
  const [newest] = sheet.sheets;
  const lost = to === 'sheet' ? totalOf(sheet.singles) : (newest?.total ?? 0);
  return (
    <Notice tone="warning" title={m.visits_mode_consequences()}>
      <ul className="list-disc pl-6">
        <li>
          {to === 'sheet' ? m.visits_mode_sheet_counts({ month }) : m.visits_mode_single_counts({ month })}
        </li>
        <li>{to === 'sheet' ? m.visits_mode_singles_kept() : m.visits_mode_sheets_kept()}</li>
        {from === sheet.month && lost > 0 && (
          <li>
            {to === 'sheet'
              ? m.visits_mode_loses_singles({ month, n: lost })
              : m.visits_mode_loses_sheet({ month, n: lost })}
          </li>
        )}
        <li>{m.visits_mode_can_go_back()}</li>
      </ul>
    </Notice>
  );
}

function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  if (decisions.length === 0) return <EmptyState says={m.visits_mode_never()} />;
  return (
    <ol className="grid gap-3">
      {decisions.map(({ id, from_month, mode, reason, decided_at }) => (
        <li key={id} className="border-b border-solid-gray-300 pb-3">
          <p className="text-std-16B-170">{writeDecision(from_month, mode)}</p>
          <p>{m.visits_because({ reason })}</p>
          <p className="text-solid-gray-700">{m.visits_decided_on({ day: formatDay(decided_at) })}</p>
        </li>
      ))}
    </ol>
  );
}

function writeDecision(from: Month, mode: Source): string {
  return m.visits_mode_from({ month: writeMonth(from), mode: modeWords[mode]() });
}
