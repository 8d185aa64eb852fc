import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { handFoodOn, listFoodNetwork } from '../api.ts';
import { storageWords } from '../model.ts';
import { AskProposal, LotFields } from './shown/LotFields.tsx';
import { readWithProposal } from './shown/proposal.ts';

export async function loader(args: PageArgs) {
  const [stock, { members }] = await Promise.all([
    readWithProposal(args),
    call(listFoodNetwork, {}, { signal: args.request.signal }),
  ]);
  return { ...stock, members };
}

/** To another place of the network; on the way until that place says that it has it. */
export function Component() {
  const { id, name, lines, lots, missing, members } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const initial: unknown = { moved_on: today, lots };
  return (
    <>
      <PageHeader
        title={m.food_move_title()}
        lead={m.food_move_lead()}
        trail={[
          { label: m.food_title(), to: '/food' },
          { label: name, to: `/places/${id}/food` },
        ]}
      />
      <AskProposal lines={lines} />
      {missing > 0 && <Notice tone="warning">{m.food_missing({ n: missing })}</Notice>}
      <Form
        op={handFoodOn}
        mints="id"
        also={{ place_id: id }}
        initial={initial as Partial<InputOf<typeof handFoodOn>>}
        submit={m.food_move_submit()}
        beside={
          <ButtonLink look="text" to={`/places/${id}/food`}>
            {m.food_back()}
          </ButtonLink>
        }
        done={() => navigate(`/places/${id}/food`, saying(m.food_moved()))}
      >
        <SelectField
          name="to_place_id"
          label={m.food_label_to()}
          required
          choices={members
            .filter(({ place_id }) => place_id !== id)
            .map((one) => ({
              value: one.place_id,
              label: m.food_place_choice({
                name: one.name,
                storage: one.storage.map((kind) => storageWords[kind]()).join(m.food_between()),
              }),
            }))}
        />
        <DateField name="moved_on" label={m.food_label_moved_on()} required max={today} />
        <LotFields lines={lines} />
        <TextField
          name="permission"
          label={m.food_label_permission()}
          hint={m.food_hint_permission()}
          width="full"
          maxLength={200}
        />
      </Form>
    </>
  );
}
