import * as m from '#messages';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { approveDisposal, giveUpDisposal, type OpenedDisposal, submitDisposal } from '../../api.ts';
import { approvers, whyNot } from '../../model.ts';

/** What comes next: submitting, the two approvals, or giving the list up. */
export function DisposalActs({ list, makes }: { list: OpenedDisposal; makes: boolean }) {
  const { current } = useMe();
  const approves = (approvers as readonly string[]).includes(current?.role ?? '');
  if (whyNot('give_up', list.state) || (!makes && !approves)) return null;
  return (
    <div className="print:hidden">
      {makes && list.state === 'made' && (
        <Section heading={m.disposals_submit_title()}>
          <p>{m.disposals_submit_lead()}</p>
          <CommandButton op={submitDisposal} input={{ id: list.id }} look="solid">
            {m.disposals_submit()}
          </CommandButton>
        </Section>
      )}
      {approves && list.state === 'submitted' && (
        <Section heading={m.disposals_approve_title()}>
          <p>
            {m.disposals_approve_lead({ n: list.submission?.rows ?? 0, approved: list.approvals.length })}
          </p>
          <CommandButton
            op={approveDisposal}
            input={{ id: list.id }}
            look="solid"
            disabledReason={whyNotApprove(list)}
          >
            {m.disposals_approve()}
          </CommandButton>
        </Section>
      )}
      <Section heading={m.disposals_give_up_title()}>
        <p>{m.disposals_give_up_lead()}</p>
        <Form op={giveUpDisposal} keeps also={{ id: list.id }} submit={m.disposals_give_up()}>
          <TextArea name="reason" label={m.disposals_label_reason()} required rows={2} maxLength={500} />
        </Form>
      </Section>
    </div>
  );
}

function whyNotApprove({ mine, approved_by_me }: OpenedDisposal): string | undefined {
  if (mine) return m.disposals_refused_own();
  return approved_by_me ? m.disposals_refused_again() : undefined;
}
