import * as m from '#messages';
import { type Block, linesOf, type Paper, type Section } from '#platform/typesetting/paper.ts';
import { secrecyText } from './model.ts';

/** A paper to fill in, in words of our own: a town changes it as its rules ask. */
export function presentTemplate(which: 'rules' | 'undertaking', town: string): Paper {
  const title = which === 'rules' ? m.conferences_rules_title() : m.conferences_undertaking_title();
  return {
    title,
    overline: town,
    motto: null,
    runningHead: title,
    mark: { word: m.conferences_template_word(), sentence: m.conferences_template_sentence() },
    facts: which === 'rules' ? rulesFacts() : undertakingFacts(),
    contentsTitle: which === 'rules' ? m.conferences_paper_contents() : null,
    sections: which === 'rules' ? rulesSections() : undertakingSections(),
  };
}

function textOf(words: string): Block {
  return { kind: 'text', lines: linesOf(words), quiet: false };
}

function rulesFacts() {
  const blank = m.conferences_blank();
  return [
    { term: m.conferences_rules_number(), lines: [blank] },
    { term: m.conferences_rules_from(), lines: [m.conferences_blank_day()] },
  ];
}

/** One section: the articles have numbers of their own. */
function rulesSections(): Section[] {
  const articles: [string, string][] = [
    [m.conferences_rules_1(), m.conferences_rules_1_text()],
    [m.conferences_rules_2(), m.conferences_rules_2_text()],
    [m.conferences_rules_3(), m.conferences_rules_3_text()],
    [m.conferences_rules_4(), m.conferences_rules_4_text()],
    [m.conferences_rules_5(), m.conferences_rules_5_text()],
    [m.conferences_rules_6(), m.conferences_rules_6_text()],
    [m.conferences_rules_7(), m.conferences_rules_7_text()],
    [m.conferences_rules_8(), m.conferences_rules_8_text()],
  ];
  const blocks = articles.flatMap(([text, words]): Block[] => [{ kind: 'heading', text }, textOf(words)]);
  return [{ title: m.conferences_rules_body(), newPage: false, blocks }];
}

function undertakingFacts() {
  const blank = m.conferences_blank();
  return [
    { term: m.conferences_undertaking_to(), lines: [blank] },
    { term: m.conferences_undertaking_conference(), lines: [blank] },
  ];
}

/** Below the words that are undertaken, with room for a hand. */
function undertakingSigns(): Block {
  const blank = m.conferences_blank();
  return {
    kind: 'terms',
    items: [
      { term: m.conferences_undertaking_day(), lines: ['', m.conferences_blank_day()] },
      { term: m.conferences_undertaking_office(), lines: ['', blank] },
      { term: m.conferences_undertaking_name(), lines: ['', blank] },
    ],
  };
}

function undertakingSections(): Section[] {
  const promise = textOf(m.conferences_undertaking_promise_text());
  return [
    { title: m.conferences_secrecy_heading(), newPage: false, blocks: [textOf(secrecyText.words())] },
    { title: m.conferences_undertaking_promise(), newPage: false, blocks: [promise, undertakingSigns()] },
  ];
}
