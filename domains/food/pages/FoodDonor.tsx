import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { correctFoodDonor, readFoodDonor } from '../api.ts';
import { DonorFields } from './shown/DonorFields.tsx';

export function loader(args: PageArgs) {
  return call(readFoodDonor, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** What is said of a donor, to be put right. */
export function Component() {
  const donor = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { id, version, kind, name, kana, contact, conditions, agreed_on, body_id } = donor;
  const initial: unknown = { kind, name, kana, contact, conditions, agreed_on };
  return (
    <>
      <PageHeader
        title={m.food_donor_correct()}
        trail={[
          { label: m.food_title(), to: '/food' },
          { label: m.food_donors_title(), to: '/food-donors' },
        ]}
      />
      <Form
        op={correctFoodDonor}
        also={{ id, version, ...(body_id ? { body_id } : {}) }}
        initial={initial as Partial<InputOf<typeof correctFoodDonor>>}
        submit={m.food_submit()}
        beside={
          <ButtonLink look="text" to="/food-donors">
            {m.food_back()}
          </ButtonLink>
        }
        done={() => navigate('/food-donors', saying(m.food_donor_corrected()))}
      >
        <DonorFields />
      </Form>
    </>
  );
}
