import * as m from '#messages';
import type { Paper } from '#platform/typesetting/paper.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Section } from '#ui/Section.tsx';
import { Lines } from './Lines.tsx';
import { PaperBlock } from './PaperBlock.tsx';
import { withKeys } from './with-keys.ts';

/** A paper on the screen, in the very words of its print. */
export function PaperBody({ paper }: { paper: Paper }) {
  return (
    <>
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
