import { useState } from 'react';
import { useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { standingOf, totalOf } from '../sheet-model.ts';
import { CountsTable } from './shown/CountsTable.tsx';
import { loadSheet, type OpenedSheet } from './shown/load-sheet.ts';
import { useIsKeeper } from './shown/may.ts';
import { SheetForm } from './shown/SheetForm.tsx';
import { SheetVersions } from './shown/SheetVersions.tsx';
import { addressOfSheet } from './shown/sheet-address.ts';
import { writeMonth } from './shown/wording.ts';

export function loader(args: PageArgs): Promise<OpenedSheet> {
  return loadSheet(args);
}

/** One group's month: the sheet that counts, the form for a new one, every version, and how the group counts. */
export function Component() {
  const sheet = useLoaderData<typeof loader>();
  const { district_name, group_name, month } = sheet;
  const gathers = useIsKeeper();
  return (
    <>
      <PageHeader
        title={m.visits_sheet_title({ district: district_name, month: writeMonth(month) })}
        lead={group_name}
        trail={[{ label: m.visits_tally_title({ month: writeMonth(month) }), to: `/tally?month=${month}` }]}
        actions={
          gathers && <ButtonLink to={addressOfSheet(sheet, '/members')}>{m.groups_grid_open()}</ButtonLink>
        }
      />
      {sheet.mode === 'single' ? (
        <OneByOne sheet={sheet} />
      ) : (
        <BySheet key={addressOfSheet(sheet)} sheet={sheet} />
      )}
      <HowItCounts sheet={sheet} />
    </>
  );
}

function OneByOne({ sheet }: { sheet: OpenedSheet }) {
  const kept = sheet.sheets.length > 0;
  return (
    <>
      <Section heading={m.visits_sheet_singles()}>
        <p>{m.visits_sheet_one_by_one()}</p>
        <CountsTable caption={m.visits_sheet_singles()} counts={sheet.singles} />
      </Section>
      {kept && <SheetVersions sheet={sheet} />}
    </>
  );
}

function BySheet({ sheet }: { sheet: OpenedSheet }) {
  const [search] = useSearchParams();
  const { revalidate } = useRevalidator();
  const mayHandIn = useIsKeeper();
  // Somebody else handed one in while this one was being written: the form stays, with both values.
  const [overtaken, setOvertaken] = useState(false);
  const standing = standingOf(sheet.sheets);
  const writing = mayHandIn && (!standing || overtaken || search.get('act') === 'correct');
  const singles = totalOf(sheet.singles);
  return (
    <>
      {standing && (
        <Section
          heading={m.visits_sheet_counts()}
          actions={!writing && mayHandIn && <CorrectLink sheet={sheet} />}
        >
          <CountsTable caption={m.visits_sheet_counts()} counts={standing.counts} />
        </Section>
      )}
      {writing && (
        <Section heading={standing ? m.visits_sheet_correct() : m.visits_sheet_new()}>
          {sheet.fixed && <Notice tone="warning">{m.visits_sheet_fixed()}</Notice>}
          <SheetForm
            sheet={sheet}
            refused={({ code }) => {
              if (code !== 'refused') return;
              setOvertaken(true);
              revalidate();
            }}
          />
        </Section>
      )}
      {!standing && !mayHandIn && <EmptyState says={m.visits_sheet_not_yet()} />}
      {singles > 0 && <p className="mb-10">{m.visits_sheet_singles_kept({ n: singles })}</p>}
      {sheet.sheets.length > 0 && <SheetVersions sheet={sheet} />}
    </>
  );
}

function CorrectLink({ sheet }: { sheet: OpenedSheet }) {
  return <ButtonLink to={`${addressOfSheet(sheet)}&act=correct`}>{m.visits_sheet_correct()}</ButtonLink>;
}

function HowItCounts({ sheet }: { sheet: OpenedSheet }) {
  const mayChange = useIsKeeper();
  return (
    <Section
      heading={m.visits_mode_heading()}
      actions={
        mayChange && <ButtonLink to={addressOfSheet(sheet, '/mode')}>{m.visits_mode_change()}</ButtonLink>
      }
    >
      <p>{sheet.mode === 'sheet' ? m.visits_mode_is_sheet() : m.visits_mode_is_single()}</p>
    </Section>
  );
}
