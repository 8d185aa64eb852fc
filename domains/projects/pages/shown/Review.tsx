import { useState } from 'react';
import { useNavigate } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { confirmAnswer, type readAskedProject, sendBackAnswer } from '../../api.ts';
import { whyNotItem } from '../../model.ts';

/** What a planner does with an answer: confirm it, or send it back with a reason. */
export function Review({ item }: { item: OutputOf<typeof readAskedProject> }) {
  const navigate = useNavigate();
  const [confirmation] = useState(mintId);
  const version = item.versions[0]?.version ?? 0;
  const onward = item.next_id ? `/inquiry-items/${item.next_id}` : `/inquiries/${item.inquiry.id}`;
  return (
    <Section heading={m.projects_review_title()}>
      <p>
        <CommandButton
          op={confirmAnswer}
          input={{ id: confirmation, item_id: item.id, version }}
          look="solid"
          disabledReason={whyNotItem('confirm', item.state) ?? undefined}
          done={() => navigate(onward, saying(m.projects_confirmed({ name: item.name })))}
        >
          {m.projects_confirm()}
        </CommandButton>
      </p>
      <Form
        op={sendBackAnswer}
        mints="id"
        also={{ item_id: item.id, version }}
        submit={m.projects_send_back()}
        cannotSubmit={whyNotItem('send_back', item.state) ?? undefined}
        doneSays={m.projects_sent_back()}
      >
        <TextArea
          name="reason"
          label={m.projects_label_return_reason()}
          hint={m.projects_return_hint()}
          required
          rows={3}
          maxLength={500}
        />
      </Form>
    </Section>
  );
}
