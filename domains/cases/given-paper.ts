import * as m from '#messages';
import { type Day, formatDay } from '#platform/calendar.ts';
import { lineOf, type Paper, type Section } from '#platform/typesetting/paper.ts';

interface Given {
  /** Whose record it is. */
  readonly title: string;
  readonly town: string;
  readonly sample: boolean;
  readonly today: Day;
  /** On what it stands, and until when. */
  readonly bases: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly entries: readonly (readonly { readonly term: string; readonly value: string }[])[];
  }[];
  readonly cases: readonly string[];
}

/** A record that was given, on paper: facet by facet, with what it stands on in front. */
export function givenPaper({ title, town, sample, today, bases, sections, cases }: Given): Paper {
  const parts: Section[] = sections.map((one) => ({
    title: one.title,
    newPage: false,
    blocks:
      one.entries.length === 0
        ? [{ kind: 'text', lines: [lineOf(m.cases_given_nothing())], quiet: true }]
        : one.entries.map((entry) => ({
            kind: 'terms' as const,
            items: entry.map(({ term, value }) => ({ term, lines: value.split('\n') })),
          })),
  }));
  if (cases.length > 0)
    parts.push({
      title: m.cases_given_cases(),
      newPage: false,
      blocks: [{ kind: 'text', lines: cases.map((text) => ({ text, item: true })), quiet: false }],
    });
  return {
    title,
    overline: town,
    motto: null,
    runningHead: m.cases_given_head(),
    mark: sample ? { word: m.consent_sample(), sentence: m.consent_sample_sentence() } : null,
    facts: [
      { term: m.cases_given_on(), lines: [...bases] },
      { term: m.consent_ledger_printed(), lines: [formatDay(today)] },
    ],
    contentsTitle: m.consent_ledger_contents(),
    sections: parts,
  };
}
