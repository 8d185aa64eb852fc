import type { ReactNode } from 'react';
import * as m from '#messages';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { type Answers, type Item, isInForce, nameItem, sayAnswer } from '../../model.ts';
import { inSections } from './sections.ts';

interface OwnAnswersProps {
  items: readonly Item[];
  answers: Answers;
  /** The day, or the span of days, that the record is about. */
  from: string;
  until?: string;
  heading?: string;
  actions?: ReactNode;
}

/** What a record answers to the town's own items, also to those no longer asked; nothing where there is nothing to say. */
export function OwnAnswers(props: OwnAnswersProps) {
  const { items, answers, from, until = from, heading = m.items_own(), actions } = props;
  const { today } = useMe();
  const sections = inSections(
    items.filter(
      (one) =>
        one.kind === 'section' ||
        answers[one.id] !== undefined ||
        (one.required && isInForce(one, from, until)),
    ),
  );
  if (sections.length === 0 && !actions) return null;
  return (
    <Section heading={heading} actions={actions}>
      {sections.length === 0 && <p>{m.items_nothing_answered()}</p>}
      {sections.map(({ heading: under, items: within }) => (
        <div key={under?.id ?? within[0]?.id} className="print:mb-4">
          {under && <h3 className="mb-2 text-std-18B-160">{under.label}</h3>}
          <DescriptionList
            items={within.map((one) => ({ term: nameItem(one, today), value: drawAnswer(one, answers) }))}
          />
        </div>
      ))}
    </Section>
  );
}

function drawAnswer(one: Item, answers: Answers): ReactNode {
  const said = sayAnswer(one, answers[one.id]);
  return said && <span className="whitespace-pre-wrap">{said}</span>;
}
