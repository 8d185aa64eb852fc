import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import { personFacetWords } from '#domains/consent/person-model.ts';
import { ItemFields } from '#domains/items/pages/shown/ItemFields.tsx';
import { initialAnswers } from '#domains/items/pages/shown/initial-answers.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { answerAssessment, readAssessment } from '../assessment-api.ts';
import { assessmentFacets } from '../assessment-model.ts';
import { besideItems } from './shown/beside-items.ts';
import { begunField, Meanwhile } from './shown/Meanwhile.tsx';

export async function loader(args: PageArgs) {
  const facet = assessmentFacets.find((one) => one === partOf(args, 'facet')) ?? 'wish';
  const [assessment, items] = await Promise.all([
    call(readAssessment, { client_id: partOf(args, 'person') }, { signal: args.request.signal }),
    loadItems('client', args.request.signal),
  ]);
  return { ...assessment, facet, items: items.filter((one) => one.facet === facet) };
}

/** One facet of the sheet. Nothing has to be answered; what was answered before stays in the history. */
export function Component() {
  const { client_id, name, answers, versions, facet, items } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const back = `/clients/${client_id}/assessment`;
  const version = String(versions[facet] ?? 0);
  const begun: object = { [begunField]: version };
  const title = m.cases_assessment_title({ name: name ?? m.cases_name_hidden() });
  return (
    <>
      <PageHeader
        title={m.cases_assess_facet({ facet: personFacetWords[facet]() })}
        lead={m.cases_assess_lead()}
        trail={[
          { label: m.cases_title(), to: '/cases' },
          { label: title, to: back },
        ]}
      />
      <Form
        key={facet}
        keeps
        op={answerAssessment}
        also={{ client_id, facet, version: versions[facet] ?? 0 }}
        initial={{ answers: initialAnswers(items, answers), ...begun }}
        submit={m.cases_save()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.cases_leave()}
          </ButtonLink>
        }
        refused={() => void revalidate()}
        done={() => navigate(back, saying(m.cases_assessed()))}
      >
        {(typed) => (
          <>
            <Meanwhile version={version} rows={besideItems(items, answers, typed)} />
            <ItemFields items={items} from={today} before={answers} byProxy open />
          </>
        )}
      </Form>
    </>
  );
}
