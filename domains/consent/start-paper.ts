import * as m from '#messages';
import { type Block, linesOf, type Paper, type Section, type Term } from '#platform/typesetting/paper.ts';
import type { StartPaper } from './start-model.ts';

/**
 * A paper with which a town begins, in words of our own, with blanks to fill in: the agreement between city, council and
 * 校区社協, and what a person is told of how personal information is handled, also in やさしい日本語.
 */
export function presentStart(which: StartPaper, town: string): Paper {
  const { title, facts, sections } = which === 'agreement' ? agreement() : leaflet(which === 'leaflet_easy');
  return {
    title,
    overline: town,
    motto: null,
    runningHead: title,
    mark: { word: m.consent_start_mark(), sentence: m.consent_start_mark_says() },
    facts,
    contentsTitle: which === 'agreement' ? m.consent_start_contents() : null,
    furigana: which === 'leaflet_easy',
    sections,
  };
}

type Content = Pick<Paper, 'title' | 'facts' | 'sections'>;

const textOf = (words: string): Block => ({ kind: 'text', lines: linesOf(words), quiet: false });
const term = (said: string, ...lines: string[]): Term => ({ term: said, lines });

function agreement(): Content {
  const articles: [string, string][] = [
    [m.consent_agreement_1(), m.consent_agreement_1_text()],
    [m.consent_agreement_2(), m.consent_agreement_2_text()],
    [m.consent_agreement_3(), m.consent_agreement_3_text()],
    [m.consent_agreement_4(), m.consent_agreement_4_text()],
    [m.consent_agreement_5(), m.consent_agreement_5_text()],
    [m.consent_agreement_6(), m.consent_agreement_6_text()],
    [m.consent_agreement_7(), m.consent_agreement_7_text()],
    [m.consent_agreement_8(), m.consent_agreement_8_text()],
    [m.consent_agreement_9(), m.consent_agreement_9_text()],
    [m.consent_agreement_10(), m.consent_agreement_10_text()],
  ];
  const parties = [m.consent_agreement_city(), m.consent_agreement_council(), m.consent_agreement_district()];
  const blank = m.consent_start_blank();
  const signed = parties.map((party) =>
    term(party, m.consent_agreement_sign(), blank, m.consent_start_blank_day()),
  );
  return {
    title: m.consent_agreement_title(),
    facts: [
      ...parties.map((party) => term(party, blank)),
      term(m.consent_agreement_from(), m.consent_agreement_from_says()),
    ],
    sections: [
      {
        title: m.consent_start_body(),
        newPage: false,
        blocks: articles.flatMap(([text, words]): Block[] => [{ kind: 'heading', text }, textOf(words)]),
      },
      {
        title: m.consent_agreement_signs(),
        newPage: false,
        blocks: [textOf(m.consent_agreement_signs_says()), { kind: 'terms', items: signed }],
      },
    ],
  };
}

function leaflet(easy: boolean): Content {
  const parts: [string, string][] = easy
    ? [
        [m.consent_leaflet_easy_1(), m.consent_leaflet_easy_1_text()],
        [m.consent_leaflet_easy_2(), m.consent_leaflet_easy_2_text()],
        [m.consent_leaflet_easy_3(), m.consent_leaflet_easy_3_text()],
        [m.consent_leaflet_easy_4(), m.consent_leaflet_easy_4_text()],
        [m.consent_leaflet_easy_5(), m.consent_leaflet_easy_5_text()],
        [m.consent_leaflet_easy_6(), m.consent_leaflet_easy_6_text()],
        [m.consent_leaflet_easy_7(), m.consent_leaflet_easy_7_text()],
      ]
    : [
        [m.consent_leaflet_1(), m.consent_leaflet_1_text()],
        [m.consent_leaflet_2(), m.consent_leaflet_2_text()],
        [m.consent_leaflet_3(), m.consent_leaflet_3_text()],
        [m.consent_leaflet_4(), m.consent_leaflet_4_text()],
        [m.consent_leaflet_5(), m.consent_leaflet_5_text()],
        [m.consent_leaflet_6(), m.consent_leaflet_6_text()],
        [m.consent_leaflet_7(), m.consent_leaflet_7_text()],
      ];
  const sections = parts.map(
    // The page is turned where what goes to others begins, and not within it.
    ([title, words], i): Section => ({ title, newPage: i === 2, blocks: [textOf(words)] }),
  );
  const asks = easy
    ? term(m.consent_leaflet_easy_asks(), ...m.consent_leaflet_easy_asks_says().split('\n'))
    : term(m.consent_leaflet_asks(), ...m.consent_leaflet_asks_says().split('\n'));
  return {
    title: easy ? m.consent_leaflet_easy_title() : m.consent_leaflet_title(),
    facts: easy ? [asks] : [term(m.consent_leaflet_from(), m.consent_start_blank()), asks],
    sections,
  };
}
