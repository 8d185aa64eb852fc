import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CallRefused } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { addItem } from '../api.ts';
import {
  facetsOfRecord,
  type ItemKind,
  type ItemRecord,
  isChosen,
  itemFacetWords,
  itemKinds,
  itemKindWords,
  itemRecords,
  itemRecordWords,
} from '../model.ts';
import { WordingFields } from './shown/WordingFields.tsx';

export function loader(args: PageArgs): ItemRecord {
  const asked = partOf(args, 'record');
  const record = itemRecords.find((one) => one === asked);
  if (!record) throw new CallRefused({ code: 'not_found', message: m.ui_page_not_found() });
  return record;
}

/** One more item at the end of a record's form. */
export function Component() {
  const record = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const facets = facetsOfRecord[record];
  const [only] = facets;
  return (
    <>
      <PageHeader
        title={m.items_add_to({ record: itemRecordWords[record]() })}
        lead={m.items_add_lead()}
        trail={[{ label: m.items_own(), to: '/admin/items' }]}
      />
      <Form
        op={addItem}
        mints="id"
        also={{ record }}
        initial={{ starts_on: today, ...(facets.length === 1 && only && { facet: only }) }}
        reshape={(typed) => readItem(typed, facets.length === 1 ? only : undefined)}
        submit={m.items_add_submit()}
        beside={
          <ButtonLink look="text" to="/admin/items">
            {m.items_leave()}
          </ButtonLink>
        }
        done={() => navigate('/admin/items', saying(m.items_added()))}
      >
        {(typed) => (
          <>
            <RadioGroup
              name="kind"
              label={m.items_label_kind()}
              required
              choices={itemKinds.map((value) => ({ value, label: itemKindWords[value]() }))}
            />
            <WordingFields kind={kindOf(typed)} />
            {isKind(typed.kind) && isChosen(typed.kind) && (
              <TextArea
                name="options"
                label={m.items_label_options()}
                hint={typed.kind === 'yes_no' ? m.items_hint_yes_no() : m.items_hint_options()}
                required={typed.kind !== 'yes_no'}
                rows={6}
              />
            )}
            {facets.length > 1 && (
              <RadioGroup
                name="facet"
                label={m.items_label_facet()}
                hint={m.items_hint_facet()}
                required
                choices={facets.map((value) => ({ value, label: itemFacetWords[value]() }))}
              />
            )}
            <DateField
              name="starts_on"
              label={m.items_label_starts_on()}
              required
              {...(record === 'project_answer' && { hint: m.items_hint_starts_on_inquiry() })}
            />
          </>
        )}
      </Form>
    </>
  );
}

function isKind(typed: unknown): typed is ItemKind {
  return itemKinds.some((kind) => kind === typed);
}

function kindOf({ kind }: Typed): ItemKind | undefined {
  return isKind(kind) ? kind : undefined;
}

/** Options stand one on a line, as they come out of a table or a list on paper. */
function readItem({ options, ...typed }: Typed, facet: string | undefined): Partial<InputOf<typeof addItem>> {
  const kind = kindOf(typed);
  const lines = kind && isChosen(kind) && typeof options === 'string' ? options.split('\n') : [];
  return {
    ...typed,
    ...(facet !== undefined && { facet }),
    options: lines.map((line) => line.trim()).filter(Boolean),
  } as Partial<InputOf<typeof addItem>>;
}
