import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readRoundSheet } from '../api.ts';
import { writeCode } from '../model.ts';
import { SheetLineForm } from './shown/SheetLineForm.tsx';

export function loader(args: PageArgs) {
  return call(readRoundSheet, { code: partOf(args, 'code') }, { signal: args.request.signal });
}

/** A sheet that came back: its lines as they stand on the paper, and what the same visitor recorded already beside each. */
export function Component() {
  const { id, code, visitor_name, own, lines } = useLoaderData<typeof loader>();
  const name = visitor_name ?? m.papers_somebody();
  return (
    <>
      <PageHeader
        title={m.papers_sheet_title({ code: writeCode(code) })}
        lead={own ? m.papers_sheet_own() : m.papers_sheet_of({ name })}
        trail={[{ label: m.papers_title(), to: '/round-sheets' }]}
      />
      {lines.length === 0 ? (
        <EmptyState says={m.papers_no_lines()} />
      ) : (
        <Section heading={m.papers_lines_heading()}>
          <p className="mb-4">{m.papers_sheet_hint()}</p>
          <ol className="grid list-none gap-4">
            {lines.map((line) => (
              <SheetLineForm key={line.n} sheet={id} line={line} visitor={name} />
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}
