import { useState } from 'react';
import { useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { readClient } from '#domains/cases/client-api.ts';
import { listBodies, readHousehold } from '#domains/parties/api.ts';
import { readParticipant } from '#domains/wishes/participant-api.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { liftHold, listHolds } from '../api.ts';
import { coordinates, holdWords, isKeeper, isOfWindow, mayHold } from '../model.ts';
import { HoldClient, HoldHousehold, HoldParticipant, HoldTown } from './shown/PlaceHold.tsx';
import { writeOrigin, writePeriod } from './shown/wording.ts';

type Hold = OutputOf<typeof listHolds>['holds'][number];

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const { household, client, participant, ...query } = queryOf(args);
  const [held, opened, person, taking, bodies] = await Promise.all([
    call(listHolds, query, options),
    household ? call(readHousehold, { id: household }, options) : null,
    client ? call(readClient, { id: client }, options) : null,
    participant ? call(readParticipant, { id: participant }, options) : null,
    call(listBodies, {}, options),
  ]);
  return { ...held, household: opened, person, taking, bodies: bodies.bodies };
}

/** 廃棄停止: what must not be destroyed, why, and what was lifted again. */
export function Component() {
  const { holds, next, household, person, taking, bodies } = useLoaderData<typeof loader>();
  const [, setSearch] = useSearchParams();
  const [lifting, setLifting] = useState<Hold | null>(null);
  const { current } = useMe();
  const { revalidate } = useRevalidator();
  const administers = current?.role === 'administrator';
  return (
    <>
      <PageHeader
        title={m.disposals_holds_title()}
        lead={m.disposals_holds_lead()}
        trail={[{ label: m.disposals_title(), to: '/disposals' }]}
      />
      {household && <HoldHousehold household={household} done={() => setSearch({})} />}
      {person && <HoldClient person={person} done={() => setSearch({})} />}
      {taking && <HoldParticipant participant={taking} done={() => setSearch({})} />}
      {administers && <HoldTown bodies={bodies} />}
      {!household && !administers && isKeeper(current?.role ?? null) && (
        <Notice tone="info">{m.disposals_hold_how()}</Notice>
      )}
      {!person && isOfWindow(current?.role ?? null) && (
        <Notice tone="info">{m.disposals_hold_how_window()}</Notice>
      )}
      {!taking && coordinates(current?.role ?? null) && (
        <Notice tone="info">{m.disposals_hold_how_participant()}</Notice>
      )}
      <Section heading={m.disposals_holds_placed()}>
        <DataTable
          caption={m.disposals_holds_caption()}
          rows={holds}
          rowKey={({ id }) => id}
          empty={{ says: m.disposals_holds_empty() }}
          columns={[
            { key: 'kind', heading: m.disposals_label_hold_kind(), value: ({ kind }) => holdWords[kind]() },
            { key: 'what', heading: m.disposals_label_what(), value: sayWhat },
            { key: 'reason', heading: m.disposals_label_reason(), value: ({ reason }) => reason },
            {
              key: 'origin',
              heading: m.disposals_label_placed_by(),
              value: writeOrigin,
              order: ({ on }) => on,
            },
            {
              key: 'lifted',
              heading: m.disposals_label_lifted(),
              value: ({ lifted }) =>
                lifted ? m.disposals_lifted({ origin: writeOrigin(lifted), reason: lifted.reason }) : '',
              cell: (row) => {
                if (row.lifted)
                  return m.disposals_lifted({ origin: writeOrigin(row.lifted), reason: row.lifted.reason });
                if (!mayHold(row.kind, current?.role ?? null)) return m.disposals_held_still();
                return (
                  <Button onPress={() => setLifting(row)}>{m.disposals_lift({ what: sayWhat(row) })}</Button>
                );
              },
            },
          ]}
        />
        <Pagination next={next} />
      </Section>
      <Dialog open={lifting !== null} title={m.disposals_lift_title()} onClose={() => setLifting(null)}>
        {lifting && (
          <Form
            op={liftHold}
            keeps
            also={{ id: lifting.id }}
            which={lifting.id}
            submit={m.disposals_lift_submit()}
            done={async () => {
              setLifting(null);
              await revalidate();
            }}
          >
            <p>{sayWhat(lifting)}</p>
            <TextArea name="reason" label={m.disposals_label_reason()} required rows={2} maxLength={500} />
          </Form>
        )}
      </Dialog>
    </>
  );
}

function sayWhat({ kind, says, first_day, last_day }: Hold): string {
  return kind === 'period' ? writePeriod(first_day, last_day) : (says ?? m.disposals_unknown());
}
