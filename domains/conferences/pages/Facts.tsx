import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type CrossingFact, decideFact, listFacts, takeFactOver } from '../api.ts';

export function loader({ request }: PageArgs) {
  return call(listFacts, {}, { signal: request.signal });
}

/** 申し送り: facts that wait for a yes, and what came of them. */
export function Component() {
  const { facts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.conferences_facts_title()}
        lead={m.conferences_facts_lead()}
        trail={[{ label: m.conferences_title(), to: '/conferences' }]}
      />
      {facts.length === 0 && <EmptyState says={m.conferences_facts_empty()} />}
      {facts.map((fact) => (
        <Section
          key={fact.id}
          heading={m.conferences_fact_from({ body: fact.from_body_name, day: formatDay(fact.proposed_on) })}
        >
          <DescriptionList
            items={[
              { term: m.conferences_fact_words(), value: fact.words },
              { term: m.conferences_fact_to(), value: writeReceiver(fact) },
              { term: m.conferences_state(), value: <Badge>{writeState(fact)}</Badge> },
            ]}
          />
          <Acts fact={fact} />
        </Section>
      ))}
    </>
  );
}

function writeReceiver({ client, to_body_name }: CrossingFact): string {
  return client?.name ? m.conferences_person_of({ name: client.name, body: to_body_name }) : to_body_name;
}

function writeState({ agreed, taken_over }: CrossingFact): string {
  if (agreed === null) return m.conferences_fact_waits();
  if (!agreed) return m.conferences_fact_refused();
  return taken_over ? m.conferences_fact_taken() : m.conferences_fact_agreed();
}

function Acts({ fact }: { fact: CrossingFact }) {
  const { id, mine_to_decide, own, agreed, taken_over, cases } = fact;
  if (mine_to_decide)
    return (
      <div className="flex flex-wrap gap-3">
        <CommandButton op={decideFact} input={{ id, agreed: true }} look="solid">
          {m.conferences_fact_agree()}
        </CommandButton>
        <CommandButton op={decideFact} input={{ id, agreed: false }}>
          {m.conferences_fact_refuse()}
        </CommandButton>
      </div>
    );
  if (!own || !agreed || taken_over) return null;
  if (cases.length === 0) return <p>{m.conferences_fact_no_case()}</p>;
  return (
    <div className="flex flex-wrap gap-3">
      {cases.map(({ id: case_id, number, called }) => (
        <CommandButton key={case_id} op={takeFactOver} input={{ id, case_id }} look="solid">
          {m.conferences_fact_take({ name: called ?? number })}
        </CommandButton>
      ))}
    </div>
  );
}
