import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Section } from '#ui/Section.tsx';
import { type ConferenceItem, type listFactTargets, proposeFact } from '../../api.ts';
import { proposers } from '../../model.ts';

/** Whether a post of this role has records a fact can cross to. */
export function mayPropose(role: string | undefined): boolean {
  return proposers.some((proposer) => proposer === role);
}

interface ProposeFactProps {
  item: ConferenceItem;
  targets: OutputOf<typeof listFactTargets>;
}

/** 申し送り: one fact, in words the body it came from can say yes or no to. Papers never cross. */
export function ProposeFact({ item, targets }: ProposeFactProps) {
  return (
    <Section heading={m.conferences_fact_summary()}>
      <p className="max-w-176">{m.conferences_fact_lead()}</p>
      <Form
        op={proposeFact}
        mints="id"
        also={{ item_id: item.id }}
        submit={m.conferences_fact_submit()}
        cannotSubmit={targets.people.length === 0 ? m.conferences_no_people() : undefined}
        doneSays={m.conferences_fact_done()}
      >
        <SelectField
          name="client_id"
          label={m.conferences_label_fact_client()}
          required
          width="full"
          choices={targets.people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="from_body_id"
          label={m.conferences_label_from_body()}
          required
          width="full"
          choices={targets.bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea
          name="words"
          label={m.conferences_fact_words()}
          hint={m.conferences_hint_fact()}
          required
          rows={3}
          maxLength={500}
        />
      </Form>
    </Section>
  );
}
