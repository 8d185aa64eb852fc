import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { Section } from '#ui/Section.tsx';
import { addMatchLeg } from '../../proposal-api.ts';
import { type ProposedLeg, ProposedLegs } from './ProposedLegs.tsx';
import { WishPicker, type WishPickerProps } from './WishPicker.tsx';

interface AddedLegsProps {
  proposal: string;
  legs: readonly ProposedLeg[];
  wishes: WishPickerProps['first'];
  offers: WishPickerProps['first'];
  /** Whose wishes the proposal answers; null: the town's. Offers come from everywhere. */
  district: string | null;
}

/** Pairs that the coordinator added, and the form with which one more is added. */
export function AddedLegs({ proposal, legs, wishes, offers, district }: AddedLegsProps) {
  return (
    <Section heading={m.wishes_proposal_added_title()}>
      <p>{m.wishes_proposal_added_lead()}</p>
      <ul className="grid gap-4 empty:hidden">
        {legs.map((leg) => (
          <li key={leg.position} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
            <ProposedLegs proposal={proposal} legs={[leg]} />
          </li>
        ))}
      </ul>
      <div className="print:hidden">
        <Form
          op={addMatchLeg}
          also={{ id: proposal }}
          submit={m.wishes_proposal_add_submit()}
          doneSays={m.wishes_proposal_added()}
        >
          <WishPicker
            name="wish_id"
            label={m.wishes_side_wish()}
            side="wish"
            first={wishes}
            district={district}
          />
          <WishPicker name="offer_id" label={m.wishes_side_offer()} side="offer" first={offers} />
        </Form>
      </div>
    </Section>
  );
}
