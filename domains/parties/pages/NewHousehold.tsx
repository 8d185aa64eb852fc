import { useState } from 'react';
import { useLoaderData, useNavigate } from 'react-router';
import { listProvisions } from '#domains/consent/api.ts';
import type { Item, ItemFacet } from '#domains/items/model.ts';
import { ItemFields } from '#domains/items/pages/shown/ItemFields.tsx';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { nestFields } from '#ui/Form/nest.ts';
import type { Typed } from '#ui/Form/read-typed.ts';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listBodies, registerHousehold } from '../api.ts';
import { ContentFields } from './shown/ContentFields.tsx';
import { HolderFields, holdersFor, readHolder } from './shown/HolderFields.tsx';
import { Leave } from './shown/Leave.tsx';
import { Members } from './shown/Members.tsx';
import { ReasonField } from './shown/ReasonField.tsx';

type Input = InputOf<typeof registerHousehold>;

/** How many people there is room for on the form; more are added to the household afterwards. */
const room = 12;

export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const [{ provisions }, { bodies }, items] = await Promise.all([
    call(listProvisions, { limit: 200 }, options),
    call(listBodies, {}, options),
    loadItems('household', request.signal),
  ]);
  return { provisions, bodies, items };
}

/** A new household with its people; why it is watched over stands apart. */
export function Component() {
  const { provisions, bodies, items } = useLoaderData<typeof loader>();
  const me = useMe();
  const navigate = useNavigate();
  const [ids] = useState(() => Array.from({ length: room }, mintId));
  const holders = holdersFor(me, bodies, provisions);
  return (
    <>
      <PageHeader
        title={m.parties_register_summary()}
        lead={m.parties_register_lead()}
        trail={[{ label: m.parties_list_title(), to: '/households' }]}
      />
      <Form
        op={registerHousehold}
        mints="id"
        reshape={(typed) => ({
          ...readContent(typed, ids),
          ...readHolder(typed, holders, me.districts),
        })}
        submit={m.parties_register_submit()}
        beside={<Leave to="/households" />}
        done={({ id }) => navigate(`/households/${id}`, saying(m.parties_registered()))}
      >
        {(typed) => (
          <>
            <Section heading={m.parties_register_content()}>
              <HolderFields typed={typed} holders={holders} districts={me.districts} />
              <ContentFields />
              <OwnFields items={items} facet="household" />
            </Section>
            <Section heading={m.parties_people()}>
              <Members typed={typed} ids={ids} />
            </Section>
            <ReasonField />
            <OwnFields items={items} facet="watching" />
          </>
        )}
      </Form>
    </>
  );
}

function OwnFields({ items, facet }: { items: readonly Item[]; facet: ItemFacet }) {
  const { today, current } = useMe();
  return (
    <ItemFields
      items={items.filter((one) => one.facet === facet)}
      from={today}
      byProxy={current?.role !== 'gatherer'}
    />
  );
}

/** The ids of the people do not change from one attempt to the next, so that nobody is registered twice. */
function readContent(typed: Typed, ids: readonly string[]): Partial<Input> {
  const { name, kana, address, phone, cautions, reason, members, answers } = nestFields(typed);
  const people = Array.isArray(members) ? members : [];
  return {
    ...({ name, kana, address, phone, cautions, reason, answers } as Partial<Input>),
    members: people.map((person, i) => ({ ...person, id: ids[i] })),
  };
}
