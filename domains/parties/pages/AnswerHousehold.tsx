import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import { ItemFields } from '#domains/items/pages/shown/ItemFields.tsx';
import { initialAnswers } from '#domains/items/pages/shown/initial-answers.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { useMe } from '#ui/me.ts';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { answerHousehold } from '../api.ts';
import { Leave } from './shown/Leave.tsx';
import { openHousehold } from './shown/opened.ts';
import { PartHeader } from './shown/PartHeader.tsx';
import { WhereAllowed } from './shown/WhereAllowed.tsx';

export async function loader(args: PageArgs) {
  const facet = queryOf(args).facet === 'watching' ? ('watching' as const) : ('household' as const);
  const [household, items] = await Promise.all([
    openHousehold(args),
    loadItems('household', args.request.signal),
  ]);
  return { facet, household, items: items.filter((one) => one.facet === facet) };
}

/** Answers the town's own items for a household; what was answered before stays in its history. */
export function Component() {
  const { facet, household, items } = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const back = `/households/${household.id}`;
  return (
    <>
      <PartHeader
        household={household}
        part={m.items_own()}
        lead={facet === 'watching' ? m.parties_answer_watching_lead() : m.parties_answer_lead()}
      />
      <WhereAllowed act="answer" household={household}>
        <Form
          key={household.id}
          op={answerHousehold}
          also={{ household_id: household.id, facet, version: household.answer_versions[facet] }}
          initial={{ answers: initialAnswers(items, household.answers) }}
          submit={m.parties_answer_submit()}
          beside={<Leave to={back} />}
          refused={() => void revalidate()}
          done={() => navigate(back, saying(m.parties_answered()))}
        >
          <ItemFields
            items={items}
            from={today}
            before={household.answers}
            byProxy={current?.role !== 'gatherer'}
            open
          />
        </Form>
      </WhereAllowed>
    </>
  );
}
