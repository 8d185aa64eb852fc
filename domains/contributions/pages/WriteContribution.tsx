import { useLoaderData, useNavigate } from 'react-router';
import { readWish } from '#domains/wishes/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { writeContribution } from '../api.ts';
import { ContributionFields } from './shown/ContributionFields.tsx';

export function loader(args: PageArgs) {
  return call(readWish, { id: partOf(args, 'offer') }, { signal: args.request.signal });
}

/** What an organisation gives, out of one of its offers. */
export function Component() {
  const offer = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.contributions_write()}
        lead={m.contributions_write_lead()}
        trail={[
          { label: m.contributions_title(), to: '/contributions' },
          { label: offer.words, to: `/wishes/${offer.id}` },
        ]}
      />
      <Form
        op={writeContribution}
        mints="id"
        keeps
        also={{ offer_id: offer.id }}
        initial={{ starts_on: today }}
        submit={m.contributions_save()}
        beside={
          <ButtonLink look="text" to={`/wishes/${offer.id}`}>
            {m.wishes_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/contributions/${id}`, saying(m.contributions_written()))}
      >
        <ContributionFields />
      </Form>
    </>
  );
}
