import { Link, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { addCode, endCode, listCodes, rewordCode } from '../api.ts';
import { type CodeEntry, type CodeList, codeListWords, wordingOn } from '../model.ts';

export async function loader(args: PageArgs) {
  const list = partOf(args, 'list') as InputOf<typeof listCodes>['list'];
  return { list, ...(await call(listCodes, { list }, { signal: args.request.signal })) };
}

/** One list: what it offers and has offered; entries are added, reworded and ended, never taken away. */
export function Component() {
  const { list, entries } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { today } = useMe();
  const changing = entries.find(({ id }) => id === search.get('change'));
  if (!list) return null;
  return (
    <>
      <PageHeader
        title={codeListWords[list]()}
        lead={m.codes_lead()}
        trail={[{ label: m.codes_title(), to: '/admin/codes' }]}
      />
      {changing ? (
        <Change key={changing.id} entry={changing} back={`/admin/codes/${list}`} />
      ) : (
        <Section heading={m.codes_add_summary()}>
          <Add list={list} />
        </Section>
      )}
      <Section heading={m.codes_list_summary()}>
        <DataTable
          caption={codeListWords[list]()}
          rows={entries}
          rowKey={({ id }) => id}
          columns={columnsOn(today)}
          empty={{ says: m.codes_empty() }}
          fileName={m.codes_file()}
        />
      </Section>
    </>
  );
}

function columnsOn(today: string): Column<CodeEntry>[] {
  return [
    { key: 'code', heading: m.codes_label_code(), value: ({ code }) => code },
    { key: 'label', heading: m.codes_label_label(), value: (entry) => wordingOn(entry, today) },
    { key: 'term', heading: m.codes_label_term(), value: writeTerm },
    {
      key: 'earlier',
      heading: m.codes_earlier(),
      value: ({ wordings }) =>
        wordings
          .slice(0, -1)
          .map(({ label }) => label)
          .join('、') || null,
    },
    {
      key: 'change',
      heading: m.codes_change(),
      value: () => null,
      cell: ({ id, code }) => (
        <Link to={`?change=${id}`} aria-label={`${m.codes_change()} ${code}`}>
          {m.codes_change()}
        </Link>
      ),
    },
  ];
}

function writeTerm({ starts_on, ends_on }: CodeEntry): string {
  const from = formatDay(starts_on);
  return ends_on === null ? m.codes_since({ day: from }) : m.codes_until({ from, until: formatDay(ends_on) });
}

function Add({ list }: { list: CodeList }) {
  const { today } = useMe();
  return (
    <Form
      op={addCode}
      mints="id"
      also={{ list }}
      initial={{ starts_on: today }}
      submit={m.codes_add_submit()}
      doneSays={m.codes_added()}
    >
      <TextField name="code" label={m.codes_label_code()} required />
      <TextField name="label" label={m.codes_label_label()} required />
      <DateField name="starts_on" label={m.codes_label_from()} required />
    </Form>
  );
}

function Change({ entry, back }: { entry: CodeEntry; back: string }) {
  const navigate = useNavigate();
  const { today } = useMe();
  const label = wordingOn(entry, today);
  const leave = (
    <ButtonLink look="text" to={back}>
      {m.codes_leave()}
    </ButtonLink>
  );
  return (
    <Section heading={m.codes_entry_is({ label, code: entry.code })}>
      <Form
        op={rewordCode}
        also={{ id: entry.id }}
        initial={{ label, from_on: today }}
        submit={m.codes_reword_submit()}
        beside={leave}
        done={() => navigate(back, saying(m.codes_reworded()))}
      >
        <TextField name="label" label={m.codes_label_label()} required />
        <DateField name="from_on" label={m.codes_label_from()} required />
      </Form>
      <Form
        op={endCode}
        also={{ id: entry.id }}
        initial={{ ends_on: today }}
        submit={m.codes_end_submit()}
        done={() => navigate(back, saying(m.codes_ended()))}
      >
        <DateField name="ends_on" label={m.codes_label_until()} required />
      </Form>
    </Section>
  );
}
