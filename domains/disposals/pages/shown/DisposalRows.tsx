import { useState } from 'react';
import { useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { Section } from '#ui/Section.tsx';
import { excludeFromDisposal, type listDisposalRows, type OpenedDisposal } from '../../api.ts';

type Row = OutputOf<typeof listDisposalRows>['rows'][number];

/** What stands on the list, to be looked through: each thing by its number and name, and what was left out with the reason. */
export function DisposalRows(props: {
  list: OpenedDisposal;
  rows: readonly Row[];
  next: string | null;
  mayExclude: boolean;
}) {
  const { list, rows, next, mayExclude } = props;
  const [leaving, setLeaving] = useState<Row | null>(null);
  const { revalidate } = useRevalidator();
  return (
    <Section heading={m.disposals_rows_title()}>
      <p className="print:hidden">{mayExclude ? m.disposals_rows_lead() : m.disposals_rows_fixed()}</p>
      <DataTable
        caption={m.disposals_rows_caption()}
        rows={rows}
        rowKey={({ subject_id }) => subject_id}
        empty={{ says: m.disposals_rows_empty() }}
        columns={[
          {
            key: 'says',
            heading: m.disposals_label_thing(),
            value: ({ says }) => says ?? m.disposals_unknown(),
          },
          {
            key: 'event',
            heading: m.disposals_label_event(),
            value: ({ event_on }) => formatDay(event_on),
            order: ({ event_on }) => event_on,
          },
          {
            key: 'excluded',
            heading: m.disposals_label_excluded(),
            value: ({ excluded }) => excluded ?? '',
            cell: (row) =>
              row.excluded ??
              (mayExclude ? (
                <Button onPress={() => setLeaving(row)}>
                  {m.disposals_exclude({ thing: row.says ?? m.disposals_unknown() })}
                </Button>
              ) : null),
          },
        ]}
      />
      <Pagination next={next} />
      <Dialog open={leaving !== null} title={m.disposals_exclude_title()} onClose={() => setLeaving(null)}>
        {leaving && (
          <Form
            op={excludeFromDisposal}
            keeps
            also={{ id: list.id, subject_id: leaving.subject_id }}
            which={leaving.subject_id}
            submit={m.disposals_exclude_submit()}
            done={async () => {
              setLeaving(null);
              await revalidate();
            }}
          >
            <p>{leaving.says}</p>
            <TextArea
              name="reason"
              label={m.disposals_label_reason()}
              hint={m.disposals_exclude_hint()}
              required
              rows={2}
              maxLength={500}
            />
          </Form>
        )}
      </Dialog>
    </Section>
  );
}
