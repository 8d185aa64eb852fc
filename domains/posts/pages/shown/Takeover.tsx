import { useState } from 'react';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Button } from '#ui/Button.tsx';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useSubmission } from '#ui/use-submission.ts';
import { type MovedPost, type TakeoverTrial, takeOverDistrict, tryTakeover } from '../../api.ts';
import { roleWords } from '../../model.ts';

interface TakeoverProps {
  id: string;
  /** What the district became. */
  into: readonly { id: string; name: string }[];
}

/** What a district kept is taken over by what it became: tried, looked at, then done. */
export function Takeover({ id, into }: TakeoverProps) {
  const { pending, refusal, submit } = useSubmission(tryTakeover);
  const [tried, setTried] = useState<{ into_id: string; trial: TakeoverTrial } | null>(null);

  async function attempt(into_id: string) {
    setTried(null);
    const trial = (await submit({ id, into_id }))?.secret_trial;
    if (trial) setTried({ into_id, trial });
  }

  return (
    <>
      <p>{m.posts_takeover_lead()}</p>
      <p className="flex flex-wrap gap-3 print:hidden">
        {into.map((one) => (
          <Button key={one.id} pending={pending} onPress={() => attempt(one.id)}>
            {m.posts_takeover_try({ into: one.name })}
          </Button>
        ))}
      </p>
      {refusal && <Notice tone="error">{refusal.message}</Notice>}
      {tried && (
        <>
          <Notice tone="info">
            <p>
              {m.posts_takeover_tried({
                district: tried.trial.district,
                into: tried.trial.into,
                day: formatDay(tried.trial.starts_on),
              })}
            </p>
          </Notice>
          <DescriptionList items={describe(tried.trial)} />
          <DataTable
            caption={m.posts_takeover_posts()}
            columns={columns}
            rows={tried.trial.posts}
            rowKey={({ post }) => post}
            empty={{ says: m.posts_takeover_no_posts() }}
          />
          <Form
            op={takeOverDistrict}
            also={{ id, into_id: tried.into_id }}
            submit={m.posts_takeover_submit({ into: tried.trial.into })}
            doneSays={m.posts_takeover_done()}
          >
            <TextField name="reason" label={m.posts_label_reason()} width="full" required />
          </Form>
        </>
      )}
    </>
  );
}

function describe({ body, into_body, households, assignments, members, visits, sheets }: TakeoverTrial) {
  return [
    ...(body && into_body
      ? [{ term: m.posts_takeover_body(), value: m.posts_takeover_body_line({ body, into: into_body }) }]
      : []),
    { term: m.posts_takeover_households(), value: households.toLocaleString('ja-JP') },
    { term: m.posts_takeover_assignments(), value: assignments.toLocaleString('ja-JP') },
    { term: m.posts_takeover_members(), value: members.toLocaleString('ja-JP') },
    { term: m.posts_takeover_visits(), value: visits.toLocaleString('ja-JP') },
    { term: m.posts_takeover_sheets(), value: sheets.toLocaleString('ja-JP') },
  ];
}

const columns: Column<MovedPost>[] = [
  { key: 'name', heading: m.posts_label_name(), value: (row) => row.name },
  { key: 'role', heading: m.posts_label_role(), value: (row) => roleWords[row.role]() },
  { key: 'body', heading: m.posts_takeover_from_body(), value: (row) => row.body },
  { key: 'into', heading: m.posts_takeover_into_body(), value: (row) => row.into_body },
];
