import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { Button } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listDisposalRows, readDisposal } from '../api.ts';
import { classWords, kindsOf, kindWords, type RetentionClass, stateWords } from '../model.ts';
import { DisposalActs } from './shown/DisposalActs.tsx';
import { DisposalRecord } from './shown/DisposalRecord.tsx';
import { DisposalRows } from './shown/DisposalRows.tsx';
import { stateTones, writeOrigin, writePeriod } from './shown/wording.ts';

/** A list with what stands on it, for whoever keeps the things; with what became of it, for everybody who works with it. */
export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const id = partOf(args, 'id');
  const list = await call(readDisposal, { id }, options);
  const open = list.state === 'made' || list.state === 'submitted';
  // Whoever may not see the things is not asked for them: the answer would be empty, and stand in the trail.
  const rows =
    open && list.rows_shown ? await call(listDisposalRows, { ...queryOf(args), id }, options) : null;
  return { list, rows };
}

export function Component() {
  const { list, rows } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const { submission, record, state } = list;
  const makes = kindsOf(current?.role ?? null).includes(list.kind);
  return (
    <>
      <PageHeader
        title={m.disposals_one_title({ kind: kindWords[list.kind]() })}
        trail={[{ label: m.disposals_title(), to: '/disposals' }]}
        actions={<Button onPress={() => window.print()}>{m.disposals_print()}</Button>}
      />
      {state === 'approved' && (
        <div className="mb-6 grid gap-3">
          <Notice tone="info">{m.disposals_waits_for_work()}</Notice>
          {record && submission && (
            <ProgressBar label={m.disposals_progress()} value={record.done} max={submission.rows} />
          )}
        </div>
      )}
      <Section heading={m.disposals_what_title()}>
        <DescriptionList
          items={[
            {
              term: m.disposals_label_state(),
              value: <Badge tone={stateTones[state]}>{stateWords[state]()}</Badge>,
            },
            { term: m.disposals_label_holder(), value: list.holder },
            { term: m.disposals_label_class(), value: classWords[list.class as RetentionClass]() },
            {
              term: m.disposals_label_until(),
              value: m.disposals_until({ day: formatDay(list.until_day), years: list.years }),
            },
            { term: m.disposals_label_listed(), value: m.disposals_count({ n: list.listed }) },
            {
              term: m.disposals_label_submitted(),
              value: submission
                ? m.disposals_submitted_line({
                    n: submission.rows,
                    excluded: submission.excluded,
                    period: writePeriod(submission.first_day, submission.last_day),
                  })
                : m.disposals_not_submitted(),
            },
            { term: m.disposals_label_made_by(), value: writeOrigin(list) },
            {
              term: m.disposals_label_approvals(),
              value:
                list.approvals.length > 0 ? (
                  <ul>
                    {list.approvals.map((one) => (
                      <li key={`${one.author.role} ${one.author.body}`}>{writeOrigin(one)}</li>
                    ))}
                  </ul>
                ) : (
                  m.disposals_nobody_yet()
                ),
            },
            ...(list.rejection
              ? [
                  {
                    term: m.disposals_label_given_up(),
                    value: m.disposals_given_up_line({
                      origin: writeOrigin(list.rejection),
                      reason: list.rejection.reason,
                    }),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {record?.finished_on && <DisposalRecord record={record} finishedOn={record.finished_on} />}
      {rows && (
        <DisposalRows list={list} rows={rows.rows} next={rows.next} mayExclude={makes && state === 'made'} />
      )}
      <DisposalActs list={list} makes={makes} />
    </>
  );
}
