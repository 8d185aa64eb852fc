import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { addressOfSheet, type SheetPlace } from '../../visits/pages/shown/sheet-address.ts';
import { writeMonth } from '../../visits/pages/shown/wording.ts';
import { readGroupMonth } from '../api.ts';
import { isMissing } from '../model.ts';
import { HandInGrid } from './shown/HandInGrid.tsx';
import { MemberGrid } from './shown/MemberGrid.tsx';
import { VisitorsOfMonth } from './shown/VisitorsOfMonth.tsx';

export type OpenedMonth = OutputOf<typeof readGroupMonth> & SheetPlace;

export async function loader(args: PageArgs): Promise<OpenedMonth> {
  const [district, month] = [partOf(args, 'district'), partOf(args, 'month')];
  const group = queryOf(args).group ?? '';
  const grid = await call(readGroupMonth, { group, month }, { signal: args.request.signal });
  return { ...grid, district, group, month };
}

/** とりまとめ表: the whole group and month in one grid; who is missing; the sheet that goes out of it. */
export function Component() {
  const opened = useLoaderData<typeof loader>();
  const { district_name, group_name, month, members, mode, request } = opened;
  const missing = members.filter(isMissing);
  return (
    <>
      <PageHeader
        title={m.groups_month_title({ district: district_name, month: writeMonth(month) })}
        lead={group_name}
        trail={[
          { label: m.visits_tally_title({ month: writeMonth(month) }), to: `/tally?month=${month}` },
          {
            label: m.visits_sheet_title({ district: district_name, month: writeMonth(month) }),
            to: addressOfSheet(opened),
          },
        ]}
        actions={
          <>
            <ButtonLink to={addressOfMembers(opened)}>{m.groups_members_open()}</ButtonLink>
            <Button onPress={() => window.print()}>{m.groups_print()}</Button>
          </>
        }
      />
      {request && opened.sheet === null && (
        <div className="mb-8">
          <Notice tone="info" title={m.groups_asked({ day: formatDay(request.asked_on) })}>
            {request.words ?? m.groups_asked_plain()}
          </Notice>
        </div>
      )}
      {mode === 'single' && <VisitorsOfMonth opened={opened} />}
      {mode === 'sheet' && members.length === 0 && (
        <EmptyState
          says={m.groups_no_members()}
          action={<ButtonLink to={addressOfMembers(opened)}>{m.groups_enrol_open()}</ButtonLink>}
        />
      )}
      {mode === 'sheet' && members.length > 0 && (
        <>
          <Section heading={m.groups_missing({ n: missing.length })}>
            <ProgressBar
              label={m.groups_progress()}
              value={members.length - missing.length}
              max={members.length}
            />
            <p aria-live="polite">
              {missing.length === 0
                ? m.groups_complete()
                : missing
                    .map(({ name, sheet }) => (sheet ? m.groups_missing_photo({ name }) : name))
                    .join(m.groups_comma())}
            </p>
          </Section>
          <Section heading={m.groups_grid_heading()}>
            <MemberGrid key={`${opened.group} ${month}`} opened={opened} />
          </Section>
          {opened.may_write && <HandInGrid opened={opened} missing={missing.length} />}
        </>
      )}
    </>
  );
}

function addressOfMembers({ district, group }: SheetPlace): string {
  return `/groups/${district}/members?${new URLSearchParams({ group })}`;
}
