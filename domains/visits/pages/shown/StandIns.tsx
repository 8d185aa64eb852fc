import { roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Section } from '#ui/Section.tsx';
import { knowingWords } from '../../model.ts';
import type { listStandIns } from '../../round-api.ts';
import { writeName } from './wording.ts';

/** Who knows the household and could look in for a while: offered, never assigned. */
export function StandIns({ stand_ins }: OutputOf<typeof listStandIns>) {
  return (
    <Section heading={m.visits_stand_ins_title()}>
      <p>{m.visits_stand_ins_lead()}</p>
      <DataTable
        caption={m.visits_stand_ins_caption()}
        rows={stand_ins}
        rowKey={({ post_id }) => post_id}
        empty={{ says: m.visits_stand_ins_empty() }}
        columns={[
          { key: 'person', heading: m.visits_column_person(), value: ({ person }) => writeName(person) },
          {
            key: 'role',
            heading: m.visits_column_role(),
            value: ({ role }) => roleWords[role](),
          },
          { key: 'knows', heading: m.visits_column_knows(), value: ({ knows }) => knowingWords[knows]() },
          {
            key: 'last',
            heading: m.visits_column_last(),
            value: ({ last_on }) => formatDay(last_on),
            order: ({ last_on }) => last_on,
          },
        ]}
      />
    </Section>
  );
}
