import { useLoaderData } from 'react-router';
import { personFacetWords } from '#domains/consent/person-model.ts';
import { itemKindWords } from '#domains/items/model.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { addStandardAssessment } from '../assessment-api.ts';
import { idOfStandard, standardItems } from '../assessment-standard.ts';

export function loader({ request }: PageArgs) {
  return loadItems('client', request.signal);
}

/** The items of the standard sheet, and which of them the town asks: a town founded before they were there takes them in here. */
export function Component() {
  const items = useLoaderData<typeof loader>();
  const rows = standardItems.map(({ facet, kind, label }, i) => ({
    id: idOfStandard(i + 1),
    facet: personFacetWords[facet](),
    label: label(),
    kind: itemKindWords[kind](),
    there: items.some(({ id }) => id === idOfStandard(i + 1)),
  }));
  const missing = rows.filter(({ there }) => !there).length;
  return (
    <>
      <PageHeader
        title={m.cases_standard_title()}
        lead={m.cases_standard_add_lead()}
        trail={[{ label: m.items_own(), to: '/admin/items' }]}
        actions={<ButtonLink to="/admin/items">{m.items_own()}</ButtonLink>}
      />
      <p className="mb-4">
        {missing === 0 ? m.cases_standard_whole() : m.cases_standard_missing({ n: missing })}
      </p>
      {missing > 0 && (
        <p className="mb-6">
          <CommandButton op={addStandardAssessment} input={{}} look="solid">
            {m.cases_standard_add()}
          </CommandButton>
        </p>
      )}
      <DataTable
        caption={m.cases_standard_caption()}
        rows={rows}
        rowKey={({ id }) => id}
        empty={{ says: m.cases_standard_whole() }}
        columns={[
          { key: 'label', heading: m.cases_standard_label_item(), value: ({ label }) => label },
          { key: 'facet', heading: m.cases_standard_label_facet(), value: ({ facet }) => facet },
          { key: 'kind', heading: m.items_label_kind(), value: ({ kind }) => kind },
          {
            key: 'there',
            heading: m.cases_standard_label_there(),
            value: ({ there }) => (there ? m.cases_standard_there() : m.cases_standard_not_there()),
          },
        ]}
      />
    </>
  );
}
