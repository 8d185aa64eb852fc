import { useLoaderData, useNavigate } from 'react-router';
import { listLawfulBases } from '#domains/consent/api.ts';
import { purposeWords } from '#domains/consent/model.ts';
import { listBodies } from '#domains/parties/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { findClients, linkClients, readClient } from '../client-api.ts';
import { sexWords, writePerson } from '../client-model.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [client, { bases }, { bodies }] = await Promise.all([
    call(readClient, { id: partOf(args, 'id') }, options),
    call(listLawfulBases, {}, options),
    call(listBodies, {}, options),
  ]);
  const { clients } = await call(findClients, { q: client.kana ?? writePerson(client) }, options);
  return { client, bases, bodies, others: clients.filter(({ id }) => id !== client.id) };
}

/** 名寄せ: two records side by side, the ground, the reason. Nothing of either changes, and nobody sees more by it. */
export function Component() {
  const page = useLoaderData<typeof loader>();
  const { client, others } = page;
  const { today } = useMe();
  const navigate = useNavigate();
  const back = `/clients/${client.id}`;
  return (
    <>
      <PageHeader
        title={m.cases_link_summary()}
        lead={m.cases_link_lead()}
        trail={[
          { label: m.cases_clients_title(), to: '/clients' },
          { label: writePerson(client), to: back },
        ]}
      />
      {others.length === 0 && (
        <Section heading={m.cases_link_this()}>
          <Sides client={client} />
        </Section>
      )}
      {others.length === 0 ? (
        <EmptyState says={m.cases_link_nobody()} />
      ) : (
        <Form
          wide
          op={linkClients}
          keeps
          mints="id"
          also={{ client_id: client.id }}
          submit={m.cases_link_submit()}
          done={() => navigate(back, saying(m.cases_linked()))}
        >
          {(typed) => {
            const other = others.find(({ id }) => id === typed.other_id);
            const basisChoices = listFitting(page, other, today);
            return (
              <>
                <RadioGroup
                  name="other_id"
                  label={m.cases_link_other()}
                  required
                  choices={others.map((o) => ({ value: o.id, label: `${writePerson(o)} ${o.holder_name}` }))}
                />
                <div className="grid gap-6 md:grid-cols-2">
                  <section aria-label={m.cases_link_this()}>
                    <h2 className="mb-2 text-std-20B-150">{m.cases_link_this()}</h2>
                    <Sides client={client} />
                  </section>
                  {other && (
                    <section aria-label={m.cases_link_other()}>
                      <h2 className="mb-2 text-std-20B-150">{m.cases_link_other()}</h2>
                      <Sides client={other} />
                    </section>
                  )}
                </div>
                <SelectField
                  name="basis_id"
                  label={m.cases_label_basis()}
                  hint={m.cases_link_basis_hint()}
                  width="full"
                  required
                  emptyLabel={m.cases_choose()}
                  choices={basisChoices}
                />
                <TextArea name="reason" label={m.cases_label_reason()} required rows={2} maxLength={500} />
              </>
            );
          }}
        </Form>
      )}
    </>
  );
}

type Page = Awaited<ReturnType<typeof loader>>;

/** What is in force between the body of the other record and ours, each with what it is for; of one body, every law it stands under once. */
function listFitting(
  { client, bases, bodies }: Page,
  other: Page['others'][number] | undefined,
  today: string,
) {
  const kindOf = (body: string | undefined) => bodies.find(({ id }) => id === body)?.kind;
  const [from, to] = [kindOf(other?.holder_id), kindOf(client.holder_id)];
  const own = other?.holder_id === client.holder_id;
  const standing = bases.filter(
    ({ starts_on, ends_on }) => starts_on <= today && (ends_on ?? today) >= today,
  );
  const fitting = standing.filter((one) => !other || (one.from_kind === from && (own || one.to_kind === to)));
  const labels = fitting.map(({ id, law, purpose }) => ({
    value: id,
    label: own || !other ? law : m.cases_link_basis({ law, purpose: purposeWords[purpose]() }),
  }));
  return labels.filter(({ label }, i) => labels.findIndex((one) => one.label === label) === i);
}

function Sides({ client }: { client: OutputOf<typeof findClients>['clients'][number] }) {
  return (
    <DescriptionList
      items={[
        { term: m.cases_label_name(), value: writePerson(client) },
        { term: m.cases_label_kana(), value: client.kana },
        {
          term: m.cases_label_born_on(),
          value: client.born_on ? formatDay(client.born_on) : client.born_about,
        },
        { term: m.cases_label_sex(), value: client.sex && sexWords[client.sex]() },
        { term: m.cases_label_holder(), value: client.holder_name },
      ]}
    />
  );
}
