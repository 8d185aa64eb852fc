import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listItems } from '../api.ts';
import { facetsOfRecord, type Item, type ItemRecord, itemFacetWords, itemRecordWords } from '../model.ts';
import { ItemFields } from './shown/ItemFields.tsx';
import { MoveButton } from './shown/MoveButton.tsx';
import { useDefinedRecords } from './shown/may.ts';
import { writeFacet, writeKind, writeTerm } from './shown/wording.ts';

export function loader({ request }: PageArgs) {
  return call(listItems, {}, { signal: request.signal });
}

/** What the town asks beside the usual fields, record by record, in the order of the form. */
export function Component() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.items_own()} lead={m.items_lead()} />
      {useDefinedRecords().map((record) => (
        <OfRecord key={record} record={record} items={items.filter((one) => one.record === record)} />
      ))}
    </>
  );
}

function OfRecord({ record, items }: { record: ItemRecord; items: readonly Item[] }) {
  const { today } = useMe();
  const add = (
    <ButtonLink to={`/admin/items/new?record=${record}`}>
      {m.items_add_to({ record: itemRecordWords[record]() })}
    </ButtonLink>
  );
  const open = items.filter(({ ends_on }) => ends_on === null || ends_on >= today);
  const ended = items.filter((one) => !open.includes(one));
  return (
    <Section heading={itemRecordWords[record]()} actions={items.length > 0 && add}>
      {record === 'client' && (
        <p>
          <Link to="/admin/standard-assessment">{m.items_standard()}</Link>
        </p>
      )}
      {items.length === 0 && (
        <EmptyState says={m.items_empty({ record: itemRecordWords[record]() })} action={add} />
      )}
      {facetsOfRecord[record].map((facet) => (
        <Ordered
          key={facet}
          // Of a household the one part that is not for everybody is said beside its items.
          heading={facetsOfRecord[record].length > 2 ? itemFacetWords[facet]() : null}
          items={open.filter((one) => one.facet === facet)}
        />
      ))}
      {ended.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer py-2.5">{m.items_ended({ n: ended.length })}</summary>
          <ul className="mt-2 grid gap-3">
            {ended.map((one) => (
              <li key={one.id}>
                <About item={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {open.length > 0 && <Preview items={open} today={today} />}
    </Section>
  );
}

interface OrderedProps {
  heading: string | null;
  items: readonly Item[];
}

/** The items of one part, which keep an order of their own. */
function Ordered({ heading, items }: OrderedProps) {
  if (items.length === 0) return null;
  return (
    <>
      {heading !== null && <h3 className="text-std-18B-160">{heading}</h3>}
      <ol className="grid gap-3">
        {items.map((one, i) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-solid-gray-300 pb-3"
          >
            <About item={one} />
            <span className="flex gap-2 print:hidden">
              {i > 0 && <MoveButton item={one} towards="front" />}
              {i < items.length - 1 && <MoveButton item={one} towards="back" />}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function About({ item }: { item: Item }) {
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-3">
        <Link to={`/admin/items/${item.id}`} className="inline-block py-2 text-std-18B-160">
          {item.label}
        </Link>
        {item.required && <Badge tone="red">{m.items_required()}</Badge>}
        {item.facet === 'watching' && <Badge tone="blue">{writeFacet(item)}</Badge>}
      </p>
      <p className="text-solid-gray-700">
        {m.items_kind_and_term({ kind: writeKind(item), term: writeTerm(item) })}
      </p>
    </div>
  );
}

/** How it looks in the form; nothing of it can be sent. */
function Preview({ items, today }: { items: readonly Item[]; today: string }) {
  return (
    <div className="rounded-8 bg-solid-gray-50 p-4 print:hidden">
      <p className="mb-2 text-solid-gray-700">{m.items_preview()}</p>
      <ItemFields items={items} from={today} until="9999-12-31" />
    </div>
  );
}
