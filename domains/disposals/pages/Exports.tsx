import { useLoaderData, useSearchParams } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { decideExport, listExportRequests, readExportLimit, requestExport } from '../api.ts';
import { approvers, daysForFetching } from '../model.ts';
import { DeclineExport } from './shown/DeclineExport.tsx';
import { ExportLimit } from './shown/ExportLimit.tsx';
import { exportStateTones, exportStateWords, nameOfExport } from './shown/export-words.ts';
import { writeOrigin } from './shown/wording.ts';

type Request = OutputOf<typeof listExportRequests>['requests'][number];

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const { asked, ...query } = queryOf(args);
  const [requests, limit] = await Promise.all([
    call(listExportRequests, query, options),
    call(readExportLimit, {}, options),
  ]);
  return { ...requests, limit, asked: asked ?? null };
}

/** 持ち出しの承認: asking, answering, and what became of it. */
export function Component() {
  const { requests, next, limit, asked } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const decides = (approvers as readonly string[]).includes(current?.role ?? '');
  return (
    <>
      <PageHeader title={m.disposals_exports_title()} lead={m.disposals_exports_lead({ n: limit.persons })} />
      {asked && <AskForExport asked={asked} />}
      <Section heading={m.disposals_exports_asked()}>
        <DataTable
          caption={m.disposals_exports_caption()}
          rows={requests}
          rowKey={({ id }) => id}
          empty={{ says: m.disposals_exports_empty() }}
          columns={[
            {
              key: 'what',
              heading: m.disposals_label_list(),
              value: ({ operation }) => nameOfExport(operation),
            },
            {
              key: 'persons',
              heading: m.disposals_label_persons(),
              value: ({ persons }) => persons,
              numeric: true,
            },
            { key: 'purpose', heading: m.disposals_label_purpose(), value: ({ purpose }) => purpose },
            {
              key: 'origin',
              heading: m.disposals_label_asked_by(),
              value: writeOrigin,
              order: ({ on }) => on,
            },
            {
              key: 'state',
              heading: m.disposals_label_state(),
              value: ({ state }) => exportStateWords[state](),
              cell: (row) => <State request={row} decides={decides} />,
            },
          ]}
        />
        <Pagination next={next} />
      </Section>
      <ExportLimit limit={limit} maySet={current?.role === 'administrator'} />
    </>
  );
}

function AskForExport({ asked }: { asked: string }) {
  const [, setSearch] = useSearchParams();
  const [operation = '', persons] = asked.split(':');
  return (
    <Section heading={m.disposals_exports_ask()}>
      <p>
        {m.disposals_exports_ask_lead({
          list: nameOfExport(operation),
          n: Number(persons),
          days: daysForFetching,
        })}
      </p>
      <Form
        op={requestExport}
        keeps
        mints="id"
        also={{ asked }}
        submit={m.disposals_exports_submit()}
        done={() => setSearch({})}
      >
        <TextArea
          name="purpose"
          label={m.disposals_label_purpose()}
          hint={m.disposals_purpose_hint()}
          required
          rows={3}
          maxLength={500}
        />
      </Form>
    </Section>
  );
}

function State({ request, decides }: { request: Request; decides: boolean }) {
  const { state, decision, until, mine } = request;
  return (
    <div className="grid justify-items-start gap-2">
      <Badge tone={exportStateTones[state]}>{exportStateWords[state]()}</Badge>
      {(state === 'waiting' || state === 'approved') && (
        <span>{m.disposals_until_day({ day: formatDay(until) })}</span>
      )}
      {decision && <span>{writeOrigin(decision)}</span>}
      {decision?.reason && <span>{decision.reason}</span>}
      {state === 'approved' && mine && <span>{m.disposals_exports_fetch()}</span>}
      {state === 'waiting' && decides && (
        <>
          <CommandButton
            op={decideExport}
            input={{ id: request.id, approved: true }}
            look="solid"
            disabledReason={mine ? m.disposals_refused_own_export() : undefined}
          >
            {m.disposals_exports_approve()}
          </CommandButton>
          {!mine && <DeclineExport id={request.id} />}
        </>
      )}
    </div>
  );
}
