import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { checkStandardFile, discardStandardFile, importStandardFile } from '../api.ts';
import { setWords } from '../standard-sets.ts';

export function loader(args: PageArgs) {
  return call(checkStandardFile, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

type Check = OutputOf<typeof checkStandardFile>;
type Finding = Check['problems'][number] & { readonly at: number };

/** The dry run of a list: every problem and every repair by row and column, and the one button that takes it in. */
export function Component() {
  const check = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { id, problems, problem_count, repairs, repair_count, notes, gone_names } = check;
  const changes = check.new + check.changed + check.gone > 0;
  return (
    <>
      <PageHeader
        title={m.open_data_check_title()}
        lead={m.open_data_check_lead({ set: setWords[check.set](), name: check.name })}
        trail={[{ label: m.open_data_title(), to: '/standard-lists' }]}
        actions={
          <>
            <ButtonLink to="/standard-lists">{m.open_data_send_again()}</ButtonLink>
            <CommandButton
              op={discardStandardFile}
              input={{ id }}
              done={() => navigate('/standard-lists', saying(m.open_data_discarded()))}
            >
              {m.open_data_discard()}
            </CommandButton>
          </>
        }
      />
      <div className="mb-8 grid max-w-176 gap-4">
        <Verdict check={check} />
        {check.own > 0 && <Notice tone="info">{m.open_data_check_own({ n: check.own })}</Notice>}
      </div>
      {problem_count > 0 && (
        <Findings
          heading={m.open_data_problems_heading({ n: problem_count })}
          caption={m.open_data_problems_caption()}
          all={problems}
          more={problem_count - problems.length}
        />
      )}
      {repair_count > 0 && (
        <Findings
          heading={m.open_data_repairs_heading({ n: repair_count })}
          caption={m.open_data_repairs_caption()}
          all={repairs}
          more={repair_count - repairs.length}
        />
      )}
      {notes.length > 0 && (
        <Findings
          heading={m.open_data_notes_heading()}
          caption={m.open_data_notes_caption()}
          all={notes}
          more={0}
        />
      )}
      {gone_names.length > 0 && problem_count === 0 && (
        <Section heading={m.open_data_gone_heading()}>
          <p>{m.open_data_gone_lead()}</p>
          <ul>
            {gone_names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          {check.gone > gone_names.length && <p>{m.open_data_more({ n: check.gone - gone_names.length })}</p>}
        </Section>
      )}
      {problem_count === 0 && changes && <TakeIn check={check} />}
    </>
  );
}

function Verdict({ check }: { check: Check }) {
  if (check.problem_count > 0)
    return <Notice tone="error">{m.open_data_check_problems({ n: check.problem_count })}</Notice>;
  const { new: fresh, changed, same, gone } = check;
  if (fresh + changed + gone === 0) return <Notice tone="info">{m.open_data_check_same()}</Notice>;
  return <Notice tone="info">{m.open_data_check_ready({ fresh, changed, same, gone })}</Notice>;
}

interface FindingsProps {
  heading: string;
  caption: string;
  all: Check['problems'];
  more: number;
}

function Findings({ heading, caption, all, more }: FindingsProps) {
  return (
    <Section heading={heading}>
      {more > 0 && <p>{m.open_data_more({ n: more })}</p>}
      <DataTable
        caption={caption}
        rows={all.map((finding, at) => ({ ...finding, at }))}
        rowKey={({ at }) => String(at)}
        columns={findingColumns}
        empty={{ says: m.open_data_none() }}
        fileName={caption}
      />
    </Section>
  );
}

const findingColumns: Column<Finding>[] = [
  {
    key: 'row',
    heading: m.open_data_label_row(),
    value: ({ row }) => row ?? m.open_data_whole_file(),
    order: ({ row }) => row ?? 0,
  },
  {
    key: 'column',
    heading: m.open_data_label_column(),
    value: ({ column, heading }) =>
      column && heading ? m.open_data_column_of({ column, heading }) : heading,
  },
  { key: 'found', heading: m.open_data_label_found(), value: ({ found }) => found },
  { key: 'becomes', heading: m.open_data_label_becomes(), value: ({ becomes }) => becomes },
  { key: 'says', heading: m.open_data_label_says(), value: ({ says }) => says },
];

function TakeIn({ check }: { check: Check }) {
  const navigate = useNavigate();
  const { today } = useMe();
  const { id, hash, new: fresh, changed, gone } = check;
  return (
    <Section heading={m.open_data_import_heading()}>
      <Form
        op={importStandardFile}
        mints="import_id"
        also={{ id, hash, new: fresh, changed, gone }}
        initial={{ as_of: today }}
        submit={m.open_data_import_submit()}
        done={() => navigate('/standard-lists', saying(m.open_data_imported()))}
      >
        <DateField name="as_of" label={m.open_data_label_as_of()} required max={today} />
        <Checkbox name="confirmed" label={m.open_data_label_confirmed()} />
      </Form>
    </Section>
  );
}
