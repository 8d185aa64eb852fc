import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Section } from '#ui/Section.tsx';
import type { OpenedDisposal } from '../../api.ts';

/** 廃棄記録: what went and how much, without a name. */
export function DisposalRecord(props: { record: NonNullable<OpenedDisposal['record']>; finishedOn: string }) {
  const { record, finishedOn } = props;
  const rows = Object.values(record.counts).reduce((sum, n) => sum + n, 0);
  return (
    <Section heading={m.disposals_record_title()}>
      <p>{m.disposals_record_lead()}</p>
      <DescriptionList
        items={[
          { term: m.disposals_record_finished(), value: formatDay(finishedOn) },
          { term: m.disposals_record_done(), value: m.disposals_record_count({ n: record.done, rows }) },
          { term: m.disposals_record_kept(), value: m.disposals_count({ n: record.kept ?? 0 }) },
        ]}
      />
    </Section>
  );
}
