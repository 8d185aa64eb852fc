import { useLoaderData, useNavigate } from 'react-router';
import { writeMonth } from '#domains/visits/pages/shown/wording.ts';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { Button } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { readLedgerImport, withdrawLedgerImport } from '../imports-api.ts';
import { kindWords } from '../model.ts';

export function loader(args: PageArgs) {
  return call(readLedgerImport, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** The receipt, to be printed and handed over; below it the one act that takes everything back. */
export function Component() {
  const taken = useLoaderData<typeof loader>();
  const { withdrawal } = taken;
  return (
    <>
      <PageHeader
        title={m.ledgers_receipt_title()}
        lead={m.ledgers_receipt_lead({ from: taken.received_from })}
        trail={[{ label: m.ledgers_title(), to: '/ledgers' }]}
        actions={<Button onPress={() => window.print()}>{m.ledgers_receipt_print()}</Button>}
      />
      {withdrawal && (
        <div className="mb-8 max-w-176">
          <Notice tone="warning">
            {m.ledgers_receipt_withdrawn({
              at: formatInstant(withdrawal.withdrawn_at),
              by: withdrawal.withdrawn_by_name ?? m.ledgers_name_unknown(),
              reason: withdrawal.reason,
            })}
          </Notice>
        </div>
      )}
      <Section heading={m.ledgers_receipt_heading()}>
        <DescriptionList items={itemsOf(taken)} />
      </Section>
      {!withdrawal && <Withdraw id={taken.id} kind={taken.kind} />}
    </>
  );
}

type Taken = Awaited<ReturnType<typeof loader>>;

const forms: Record<string, () => string> = {
  'utf-8': m.ledgers_form_utf8,
  shift_jis: m.ledgers_form_sjis,
  xlsx: m.ledgers_form_xlsx,
};

function itemsOf(taken: Taken) {
  const { file_name, file_form, file_bytes } = taken;
  const by = { name: taken.imported_by_name ?? m.ledgers_name_unknown(), body: taken.body_name };
  const number = (n: number) => formatNumber(n, 0);
  return [
    { term: m.ledgers_label_imported(), value: formatInstant(taken.imported_at) },
    { term: m.ledgers_receipt_by(), value: m.ledgers_receipt_by_body(by) },
    { term: m.ledgers_label_from(), value: taken.received_from },
    { term: m.ledgers_receipt_kind(), value: kindWords[taken.kind]() },
    ...writeMonths(taken).map((value) => ({ term: m.ledgers_receipt_months(), value })),
    { term: m.ledgers_receipt_districts(), value: taken.districts.join(m.ledgers_between()) },
    { term: m.ledgers_label_read(), value: number(taken.rows_read) },
    { term: m.ledgers_label_new(), value: number(taken.rows_new) },
    { term: m.ledgers_label_known(), value: number(taken.rows_known) },
    { term: countedWords[taken.kind](), value: number(taken.counted) },
    ...(taken.reason === null ? [] : [{ term: m.ledgers_label_reason(), value: taken.reason }]),
    {
      term: m.ledgers_receipt_file(),
      value: m.ledgers_receipt_size({
        name: file_name,
        form: forms[file_form]?.() ?? file_form,
        bytes: number(file_bytes),
      }),
    },
    { term: m.ledgers_receipt_hash(), value: <Code text={taken.file_hash} /> },
    { term: m.ledgers_receipt_call(), value: <Code text={taken.id} /> },
  ];
}

function Code({ text }: { text: string }) {
  return <span className="break-all tabular-nums">{text}</span>;
}

const countedWords = {
  tally: m.ledgers_receipt_counted,
  visits: m.ledgers_receipt_counted,
  households: m.ledgers_receipt_registered,
};
const withdrawLeads = {
  tally: m.ledgers_withdraw_lead_tally,
  visits: m.ledgers_withdraw_lead_visits,
  households: m.ledgers_withdraw_lead_households,
};

/** Nothing where the ledger is of no month. */
function writeMonths({ first_month, last_month }: Taken): string[] {
  if (first_month === null || last_month === null) return [];
  if (first_month === last_month) return [writeMonth(first_month)];
  return [m.ledgers_receipt_month_range({ from: writeMonth(first_month), until: writeMonth(last_month) })];
}

function Withdraw({ id, kind }: Pick<Taken, 'id' | 'kind'>) {
  const navigate = useNavigate();
  return (
    <div className="print:hidden">
      <Section heading={m.ledgers_withdraw_heading()}>
        <p className="max-w-176">{withdrawLeads[kind]()}</p>
        <Form
          op={withdrawLedgerImport}
          also={{ id }}
          submit={m.ledgers_withdraw_submit()}
          done={() => navigate(`/ledgers/${id}`, { ...saying(m.ledgers_withdrawn_done()), replace: true })}
        >
          <TextArea name="reason" label={m.ledgers_label_reason()} required rows={2} maxLength={500} />
        </Form>
      </Section>
    </div>
  );
}
