import { useLoaderData } from 'react-router';
import { personFacetWords } from '#domains/consent/person-model.ts';
import { type Item, isInForce, sayAnswer } from '#domains/items/model.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import { OwnAnswers } from '#domains/items/pages/shown/OwnAnswers.tsx';
import * as m from '#messages';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readAssessment } from '../assessment-api.ts';
import { type AssessmentFacet, assessmentFacets } from '../assessment-model.ts';
import { printAssessment } from '../forms-api.ts';

export async function loader(args: PageArgs) {
  const [assessment, items] = await Promise.all([
    call(readAssessment, { client_id: partOf(args, 'person') }, { signal: args.request.signal }),
    loadItems('client', args.request.signal),
  ]);
  return { ...assessment, items };
}

/** インテーク・アセスメントシート: the person's own wish and gifts beside what is hard; what nobody has heard yet says so. */
export function Component() {
  const { client_id, name, own, answers, items, cases } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <>
      <PageHeader
        title={m.cases_assessment_title({ name: name ?? m.cases_name_hidden() })}
        lead={m.cases_assessment_lead()}
        trail={[
          { label: m.cases_title(), to: '/cases' },
          ...cases
            .slice(0, 1)
            .map(({ id, number }) => ({ label: m.cases_case_title({ number }), to: `/cases/${id}` })),
        ]}
        actions={
          <>
            <DownloadLink href={hrefOf(printAssessment, { client_id, format: 'pdf' })}>
              {m.cases_form_assessment_pdf()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printAssessment, { client_id, format: 'xlsx' })}>
              {m.cases_form_assessment_xlsx()}
            </DownloadLink>
          </>
        }
      />
      {assessmentFacets.map((facet) => {
        const asked = items.filter((one) => one.facet === facet);
        const answer = own && asked.some((one) => isInForce(one, today)) && (
          <ButtonLink to={`/clients/${client_id}/assessment/${facet}`}>
            {m.cases_assess_facet({ facet: personFacetWords[facet]() })}
          </ButtonLink>
        );
        return facet === 'wish' ? (
          <Wish
            key={facet}
            items={asked.filter((one) => isInForce(one, today))}
            answers={answers}
            actions={answer}
          />
        ) : (
          <OwnAnswers
            key={facet}
            heading={headingOf(facet)}
            items={asked}
            answers={answers}
            from={today}
            actions={answer}
          />
        );
      })}
    </>
  );
}

function headingOf(facet: AssessmentFacet): string {
  return personFacetWords[facet]();
}

type Answers = ReturnType<typeof useLoaderData<typeof loader>>['answers'];

/** Never a condition: what has not been asked or heard yet may stay so, and says that it is. */
function Wish({
  items,
  answers,
  actions,
}: {
  items: readonly Item[];
  answers: Answers;
  actions: React.ReactNode;
}) {
  return (
    <Section heading={personFacetWords.wish()} actions={actions}>
      <DescriptionList
        items={items.map((one) => ({
          term: one.label,
          value: (
            <span className="whitespace-pre-wrap">
              {sayAnswer(one, answers[one.id]) ?? m.cases_not_heard_yet()}
            </span>
          ),
        }))}
      />
    </Section>
  );
}
