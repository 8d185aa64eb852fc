import { useLoaderData } from 'react-router';
import { PlanNav } from '#domains/plan/pages/shown/PlanNav.tsx';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readEvaluation } from '../api.ts';
import { Files } from './shown/Files.tsx';
import { Lines } from './shown/Lines.tsx';
import { PaperBlock } from './shown/PaperBlock.tsx';
import { withKeys } from './shown/with-keys.ts';

export function loader(args: PageArgs) {
  return call(readEvaluation, { plan: partOf(args, 'code') }, { signal: args.request.signal });
}

/** The evaluation of a plan, in the very words of its print. */
export function Component() {
  const { plan, paper } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={paper.title}
        trail={[
          { label: m.reports_plans(), to: '/plans' },
          { label: plan.name, to: `/plans/${plan.code}` },
        ]}
        lead={paper.motto}
      />
      <PlanNav plan={plan} />
      <Files plan={plan.code} />
      {paper.mark && (
        <p className="mb-6 flex flex-wrap gap-x-3 border border-solid-gray-536 px-4 py-2">
          <strong>{paper.mark.word}</strong>
          {paper.mark.sentence}
        </p>
      )}
      <div className="mb-10">
        <DescriptionList
          items={paper.facts.map(({ term, lines }) => ({ term, value: <Lines texts={lines} /> }))}
        />
      </div>
      {withKeys(paper.sections).map(({ key, item: { title, newPage, blocks } }) => (
        <div key={key} className={newPage ? 'print:break-before-page' : ''}>
          <Section heading={m.reports_numbered({ n: key + 1, title })}>
            {withKeys(blocks).map((block) => (
              <PaperBlock key={block.key} block={block.item} />
            ))}
          </Section>
        </div>
      ))}
    </>
  );
}
