import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { correctWish, readWish } from '../api.ts';
import { WishFields } from './shown/WishFields.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [wish, { districts }] = await Promise.all([
    call(readWish, { id: partOf(args, 'id') }, options),
    call(listDistricts, {}, options),
  ]);
  return { wish, districts };
}

/** Says it anew; the words before stay readable. */
export function Component() {
  const { wish, districts } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const { id, participant_id, version } = wish;
  return (
    <>
      <PageHeader
        title={m.wishes_correct_summary()}
        lead={m.wishes_correct_lead()}
        trail={[
          { label: m.wishes_title(), to: '/wishes' },
          { label: wish.words, to: `/wishes/${id}` },
        ]}
      />
      <Form
        op={correctWish}
        also={{ id, participant_id, version }}
        initial={{
          ...wish,
          days: wish.days.map(String),
          district_id: wish.district_id ?? undefined,
          until: wish.until ?? undefined,
        }}
        submit={m.wishes_write_submit()}
        beside={
          <ButtonLink look="text" to={`/wishes/${id}`}>
            {m.wishes_leave()}
          </ButtonLink>
        }
        refused={() => void revalidate()}
        done={() => navigate(`/wishes/${id}`, saying(m.wishes_corrected()))}
      >
        {(typed) => <WishFields side={wish.side} typed={typed} districts={districts} />}
      </Form>
    </>
  );
}
