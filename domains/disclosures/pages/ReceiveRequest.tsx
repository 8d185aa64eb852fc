import { useNavigate } from 'react-router';
import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import {
  checks,
  checkWords,
  requesters,
  requesterWords,
  requestKinds,
  requestKindWords,
  ways,
  wayWords,
} from '../model.ts';
import { receiveRequest } from '../request-api.ts';

/** A statutory request is received; its deadline follows from the rule for the body. */
export function Component() {
  const navigate = useNavigate();
  const { today } = useMe();
  const choices = <Value extends string>(values: readonly Value[], words: Record<Value, () => string>) =>
    values.map((value) => ({ value, label: words[value]() }));
  return (
    <>
      <PageHeader
        title={m.disclosures_receive_title()}
        trail={[{ label: m.disclosures_requests_title(), to: '/disclosure-requests' }]}
      />
      <Form
        op={receiveRequest}
        keeps
        mints="id"
        initial={{ received_on: today }}
        submit={m.disclosures_receive_submit()}
        done={({ id }) => navigate(`/disclosure-requests/${id}`)}
      >
        <RadioGroup
          name="kind"
          label={m.disclosures_label_kind()}
          required
          choices={choices(requestKinds, requestKindWords)}
        />
        <DateField name="received_on" label={m.disclosures_label_received_on()} required />
        <RadioGroup name="way" label={m.disclosures_label_way()} required choices={choices(ways, wayWords)} />
        <TextField name="requester_name" label={m.disclosures_label_requester()} required />
        <RadioGroup
          name="requester_is"
          label={m.disclosures_label_requester_is()}
          required
          choices={choices(requesters, requesterWords)}
        />
        <RadioGroup
          name="checked"
          label={m.disclosures_label_checked()}
          required
          choices={choices(checks, checkWords)}
        />
        <TextArea name="words" label={m.disclosures_label_words()} required />
      </Form>
    </>
  );
}
