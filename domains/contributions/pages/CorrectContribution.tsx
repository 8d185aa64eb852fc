import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { correctContribution, readContribution } from '../api.ts';
import { ContributionFields } from './shown/ContributionFields.tsx';

export function loader(args: PageArgs) {
  return call(readContribution, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

export function Component() {
  const { id, version, kinds, conditions, insurance, insurance_words, starts_on, ends_on, participant_name } =
    useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.contributions_correct_summary()}
        trail={[
          { label: m.contributions_title(), to: '/contributions' },
          { label: m.contributions_of({ name: participant_name }), to: `/contributions/${id}` },
        ]}
      />
      <Form
        op={correctContribution}
        also={{ id, version }}
        initial={{
          ...{ kinds, insurance, starts_on, ends_on: ends_on ?? undefined },
          ...{ conditions: conditions ?? undefined, insurance_words: insurance_words ?? undefined },
        }}
        submit={m.contributions_save()}
        beside={
          <ButtonLink look="text" to={`/contributions/${id}`}>
            {m.wishes_leave()}
          </ButtonLink>
        }
        refused={() => void revalidate()}
        done={() => navigate(`/contributions/${id}`, saying(m.contributions_corrected()))}
      >
        <ContributionFields />
      </Form>
    </>
  );
}
