import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { type Description, DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { type Provision, readProvision, withdrawProvision } from '../api.ts';
import { stateOfProvision, tellingWords } from '../model.ts';
import { StateBadge } from './shown/StateBadge.tsx';
import { writeBasis, writeFacets, writeTime } from './shown/wording.ts';

export function loader(args: PageArgs): Promise<Provision> {
  return call(readProvision, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One provision, with the law it stands on; who gives it takes it back here. */
export function Component() {
  const provision = useLoaderData<typeof loader>();
  const { today } = useMe();
  const { holder, receiver, own, withdrawn_at } = provision;
  const state = stateOfProvision(provision, today);
  return (
    <>
      <PageHeader
        title={m.consent_from_to({ holder: holder.name, receiver: receiver.name })}
        trail={[{ label: m.consent_list_title(), to: '/provisions' }]}
      />
      <Section heading={m.consent_what()}>
        <DescriptionList
          items={[
            { term: m.consent_state(), value: <StateBadge state={state} /> },
            { term: m.consent_giver(), value: holder.name },
            { term: m.consent_receiver(), value: receiver.name },
            { term: m.consent_facets(), value: writeFacets(provision) },
            { term: m.consent_time(), value: writeTime(provision) },
            { term: m.consent_basis(), value: writeBasis(provision.basis) },
            { term: m.consent_law(), value: provision.basis.law },
            { term: m.consent_told(), value: tellingWords[provision.basis.told]() },
            { term: m.consent_decided_on(), value: formatInstant(provision.decided_at) },
            ...describeWithdrawal(provision),
          ]}
        />
      </Section>
      {withdrawn_at === null && state !== 'over' && (
        <Section heading={m.consent_withdraw_summary()}>
          {own ? (
            <Withdraw provision={provision} />
          ) : (
            <Notice tone="info">{m.consent_refused_not_the_holder({ holder: holder.name })}</Notice>
          )}
        </Section>
      )}
    </>
  );
}

function describeWithdrawal({ withdrawn_at, withdrawn_reason }: Provision): Description[] {
  if (withdrawn_at === null) return [];
  return [
    { term: m.consent_withdrawn_on(), value: formatInstant(withdrawn_at) },
    { term: m.consent_withdrawn_reason(), value: withdrawn_reason },
  ];
}

function Withdraw({ provision }: { provision: Provision }) {
  const navigate = useNavigate();
  const effect = { receiver: provision.receiver.name, facets: writeFacets(provision) };
  return (
    <Form
      op={withdrawProvision}
      keeps
      also={{ id: provision.id }}
      submit={m.consent_withdraw_submit()}
      done={() => navigate(`/provisions/${provision.id}`, saying(m.consent_withdrawn()))}
    >
      <Notice tone="warning" title={m.consent_withdraw_forward()}>
        <ul className="list-disc pl-6">
          <li>{m.consent_withdraw_effect(effect)}</li>
          {provision.facets.includes('household') && <li>{m.consent_withdraw_rounds(effect)}</li>}
          <li>{m.consent_withdraw_before()}</li>
          <li>{m.consent_withdraw_again()}</li>
        </ul>
      </Notice>
      <TextArea name="reason" label={m.consent_withdraw_reason()} required rows={3} maxLength={500} />
    </Form>
  );
}
