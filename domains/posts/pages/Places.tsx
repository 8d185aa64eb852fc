import { Link, useLoaderData } from 'react-router';
import { type District, listDistricts, openDistrict } from '#domains/districts/api.ts';
import { describeDistrict } from '#domains/districts/model.ts';
import { listBodies } from '#domains/parties/api.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { addBody, listTakeovers } from '../api.ts';
import { type BodyKind, bodyKinds, bodyKindWords } from '../bodies.ts';

type Body = OutputOf<typeof listBodies>['bodies'][number];

/** Where posts are held and for whom: the town's districts and bodies. */
export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const [{ districts }, { bodies }, { takeovers }] = await Promise.all([
    call(listDistricts, {}, options),
    call(listBodies, {}, options),
    call(listTakeovers, {}, options),
  ]);
  const taken = new Set(takeovers.map(({ district }) => district));
  const left = districts.filter(({ id, changes }) => !taken.has(id) && changes.some(({ into }) => into));
  return { districts, bodies, left };
}

const districtColumns = (today: string): Column<District>[] => [
  {
    key: 'name',
    heading: m.posts_label_district_name(),
    value: (row) => describeDistrict(row, today),
    cell: (row) => <Link to={`/admin/districts/${row.id}`}>{describeDistrict(row, today)}</Link>,
    order: (row) => row.kana,
  },
  { key: 'kana', heading: m.posts_label_kana(), value: (row) => row.kana },
  { key: 'code', heading: m.posts_label_district_code(), value: (row) => row.code },
  { key: 'area', heading: m.posts_label_area(), value: (row) => row.area },
];

const bodyColumns: Column<Body>[] = [
  { key: 'name', heading: m.posts_label_body_full(), value: (row) => row.name, order: (row) => row.kana },
  {
    key: 'kind',
    heading: m.posts_label_body_kind(),
    value: (row) => (row.kind in bodyKindWords ? bodyKindWords[row.kind as BodyKind]() : row.kind),
  },
];

export function Component() {
  const { districts, bodies, left } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <>
      <PageHeader title={m.posts_places_title()} lead={m.posts_places_lead()} />
      {left.length > 0 && (
        <div className="mb-8">
          <Notice tone="warning">
            <p>{m.posts_places_left()}</p>
            <ul>
              {left.map((district) => (
                <li key={district.id}>
                  <Link to={`/admin/districts/${district.id}`}>{describeDistrict(district, today)}</Link>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Section heading={m.posts_districts_title()}>
        <DataTable
          caption={m.districts_list_summary()}
          columns={districtColumns(today)}
          rows={districts}
          rowKey={(row) => row.id}
          empty={{ says: m.posts_districts_empty() }}
        />
      </Section>
      <NewDistrict next={districts.length + 1} />
      <Section heading={m.posts_bodies_title()}>
        <DataTable
          caption={m.parties_bodies_summary()}
          columns={bodyColumns}
          rows={bodies}
          rowKey={(row) => row.id}
          empty={{ says: m.posts_bodies_empty() }}
        />
      </Section>
      <NewBody districts={districts} next={bodies.length + 1} />
    </>
  );
}

function NewDistrict({ next }: { next: number }) {
  const { today } = useMe();
  return (
    <Section heading={m.posts_district_new()}>
      <Form
        op={openDistrict}
        mints="id"
        initial={{ starts_on: today, sort: next }}
        submit={m.posts_district_submit()}
        doneSays={m.posts_district_done()}
      >
        <TextField name="name" label={m.posts_label_district_name()} required />
        <TextField name="kana" label={m.posts_label_kana()} required />
        <TextField
          name="code"
          label={m.posts_label_district_code()}
          hint={m.posts_hint_district_code()}
          width="short"
          required
        />
        <TextField name="area" label={m.posts_label_area()} hint={m.posts_hint_area()} required />
        <NumberField name="sort" label={m.posts_label_sort()} required />
        <DateField name="starts_on" label={m.posts_label_from()} required />
      </Form>
    </Section>
  );
}

function NewBody({ districts, next }: { districts: readonly District[]; next: number }) {
  return (
    <Section heading={m.posts_body_new()}>
      <Form
        op={addBody}
        mints="id"
        also={{ sort: next }}
        submit={m.posts_body_submit()}
        doneSays={m.posts_body_done()}
      >
        {(typed) => (
          <>
            <SelectField
              name="kind"
              label={m.posts_label_body_kind()}
              required
              choices={bodyKinds.map((value) => ({ value, label: bodyKindWords[value]() }))}
            />
            {typed.kind === 'district_council' && (
              <SelectField
                name="district_id"
                label={m.posts_label_district()}
                required
                choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <TextField name="name" label={m.posts_label_body_full()} width="full" required />
            <TextField name="kana" label={m.posts_label_kana()} width="full" required />
          </>
        )}
      </Form>
    </Section>
  );
}
