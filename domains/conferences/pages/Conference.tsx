import { Link, useLoaderData, useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type AgendaItem, closeConference, moveConference, readConference } from '../api.ts';
import { itemStateWords } from '../model.ts';
import { mayCall } from './shown/may-call.ts';
import { Prints } from './shown/Prints.tsx';
import { SealedBadge } from './shown/SealedBadge.tsx';
import { SittingFields } from './shown/SittingFields.tsx';

type Sitting = OutputOf<typeof readConference>;

export function loader(args: PageArgs): Promise<Sitting> {
  return call(readConference, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One sitting, as far as it is for whoever looks: an item one has no seat on is not there. */
export function Component() {
  const sitting = useLoaderData<typeof loader>();
  const calls = mayCall(useMe().current?.role);
  const day = formatDay(sitting.held_on);
  return (
    <>
      <PageHeader
        title={m.conferences_sitting_title({ day, time: sitting.starts_at })}
        lead={m.conferences_sitting_lead({ place: sitting.place, body: sitting.body_name })}
        trail={[{ label: m.conferences_title(), to: '/conferences' }]}
      />
      {sitting.invitations.map(({ seat_id, kind_name }) => (
        <div key={seat_id} className="mb-6">
          <Notice tone="info" title={m.conferences_invitation_waits({ kind: kind_name })}>
            <Link to={`/conference-seats/${seat_id}`}>{m.conferences_invitation_open()}</Link>
          </Notice>
        </div>
      ))}
      <Section
        heading={m.conferences_agenda()}
        actions={
          calls &&
          !sitting.closed && (
            <ButtonLink look="solid" to={`/conferences/${sitting.id}/items/new`}>
              {m.conferences_add_item_summary()}
            </ButtonLink>
          )
        }
      >
        {sitting.closed && <p>{m.conferences_sitting_closed()}</p>}
        <DataTable
          caption={m.conferences_agenda_caption()}
          rows={sitting.items}
          rowKey={({ id }) => id}
          columns={columnsOf(sitting.items)}
          empty={{
            says:
              calls && sitting.invitations.length === 0
                ? m.conferences_agenda_empty_caller()
                : m.conferences_agenda_empty(),
          }}
        />
      </Section>
      <Prints sitting={sitting} />
      {sitting.own && !sitting.closed && <Change sitting={sitting} />}
    </>
  );
}

function columnsOf(items: readonly AgendaItem[]): Column<AgendaItem>[] {
  const numbers = new Map(items.map(({ id }, i) => [id, i + 1]));
  return [
    {
      key: 'title',
      heading: m.conferences_matter(),
      value: ({ id, title, kind_name }) =>
        m.conferences_item_title({ number: numbers.get(id) ?? 0, title: title ?? kind_name }),
      order: ({ id }) => numbers.get(id) ?? 0,
      cell: ({ id, title, kind_name }) => (
        <Link to={`/conference-items/${id}`}>
          {m.conferences_item_title({ number: numbers.get(id) ?? 0, title: title ?? kind_name })}
        </Link>
      ),
    },
    { key: 'kind', heading: m.conferences_kind(), value: ({ kind_name }) => kind_name },
    {
      key: 'sealed',
      heading: m.conferences_openness(),
      value: ({ sealed }) => (sealed ? m.conferences_sealed_word() : m.conferences_consented_word()),
      cell: ({ sealed }) => <SealedBadge sealed={sealed} />,
    },
    { key: 'body', heading: m.conferences_caller(), value: ({ body_name }) => body_name },
    { key: 'state', heading: m.conferences_state(), value: ({ state }) => itemStateWords[state]() },
  ];
}

function Change({ sitting }: { sitting: Sitting }) {
  const { id, version, held_on, starts_at, place } = sitting;
  const { revalidate } = useRevalidator();
  return (
    <Section
      heading={m.conferences_move_summary()}
      actions={
        <CommandButton op={closeConference} input={{ id }}>
          {m.conferences_close_sitting_summary()}
        </CommandButton>
      }
    >
      <Form
        op={moveConference}
        also={{ id, version }}
        initial={{ held_on, starts_at, place }}
        refused={() => void revalidate()}
        submit={m.conferences_move_submit()}
        doneSays={m.conferences_moved()}
      >
        <SittingFields />
      </Form>
    </Section>
  );
}
