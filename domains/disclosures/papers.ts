import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay, formatEraDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { printLetters } from '#platform/typesetting/letter.ts';
import { cellOf, lineOf } from '#platform/typesetting/paper.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import type * as api from './api.ts';
import { outcomeWords, requestKindWords } from './model.ts';
import { readDisclosureKey, sayOnce } from './queries.ts';
import type * as requestApi from './request-api.ts';
import { readRequest } from './request-queries.ts';

/** 「わたしの記録を見た人」 on paper, for who has no device: the same lines as the screen shows under the code. */
export async function printMyRecord(
  db: Db,
  { id }: ParsedInputOf<typeof api.printMyRecord>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const { key, entries } = await readDisclosureKey(db, { id }, act);
  const shown = sayOnce(entries);
  const from = await readBodyName(db, act);
  const columns = [m.disclosures_head_day(), m.disclosures_head_who(), m.disclosures_head_what()];
  return async () => ({
    name: m.disclosures_paper_file({ day: act.today }),
    type: 'application/pdf',
    bytes: await printPaper({
      title: m.disclosures_easy_title_plain(),
      overline: from,
      motto: key.about_name,
      runningHead: from,
      mark: town?.sample ? { word: m.disclosures_sample(), sentence: m.disclosures_sample_sentence() } : null,
      facts: [{ term: m.disclosures_paper_day(), lines: [formatEraDay(act.today)] }],
      contentsTitle: null,
      sections: [
        {
          title: m.disclosures_paper_list(),
          newPage: false,
          blocks: [
            { kind: 'text', lines: [lineOf(m.disclosures_paper_lead())], quiet: false },
            {
              kind: 'table',
              caption: m.disclosures_paper_list(),
              columns: columns.map((head, n) => ({ head, share: n === 0 ? 1 : 2, align: 'start' })),
              rows: shown.map(({ day, body_name, role, what }) => [
                cellOf(formatDay(day)),
                cellOf(m.disclosures_who({ body: body_name, role })),
                cellOf(what),
              ]),
              closing: [],
              dense: false,
              notes: shown.length === 0 ? [m.disclosures_easy_nobody_plain()] : [],
            },
            { kind: 'text', lines: [lineOf(m.disclosures_paper_rights())], quiet: true },
          ],
        },
      ],
    }),
  });
}

/**
 * The letter that tells the decision on a request, with its reason; before it is decided, that its deadline is later and why
 * (個人情報の保護に関する法律 83条2項).
 *
 * @throws Refusal `refused` before either
 */
export async function printDecision(
  db: Db,
  { id }: ParsedInputOf<typeof requestApi.printDecision>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const request = await readRequest(db, { id }, act);
  const told = tellDecision(request) ?? tellExtension(request);
  if (!told) throw new Refusal('refused', m.disclosures_refused_undecided());
  const from = await readBodyName(db, act);
  const { title, file, taken_on, words, text, facts } = told;
  return async () => ({
    name: file,
    type: 'application/pdf',
    bytes: await printLetters(title, from, [
      {
        date: formatEraDay(taken_on),
        reference: request.number,
        to: m.disclosures_letter_to({ name: request.requester_name }),
        from,
        title,
        paragraphs: [text],
        facts: [
          { term: m.disclosures_label_words(), lines: request.words.split('\n') },
          ...facts,
          { term: m.disclosures_label_reason(), lines: words.split('\n') },
          { term: m.disclosures_label_law(), lines: [request.law] },
          ...told.below,
        ],
        end: m.disclosures_letter_end(),
        mark: town?.sample ? m.disclosures_sample() : null,
      },
    ]),
  });
}

type Request = Awaited<ReturnType<typeof readRequest>>;

function tellDecision({ kind, number, steps, received_on, fee }: Request) {
  const decision = steps.find(({ step }) => step === 'decided');
  if (!decision?.outcome) return null;
  const outcome = outcomeWords[decision.outcome]();
  return {
    ...decision,
    title: m.disclosures_letter_title({ kind: requestKindWords[kind]() }),
    file: m.disclosures_letter_file({ number }),
    text: m.disclosures_letter_text({ day: formatEraDay(received_on) }),
    facts: [{ term: m.disclosures_label_outcome(), lines: [outcome] }],
    below: [
      { term: m.disclosures_label_fee(), lines: [fee] },
      { term: m.disclosures_letter_review(), lines: [m.disclosures_letter_review_text()] },
    ],
  };
}

function tellExtension({ kind, number, state, steps, received_on }: Request) {
  const extension = state === 'extended' ? steps.find(({ step }) => step === 'extended') : undefined;
  if (!extension?.due_on) return null;
  return {
    ...extension,
    title: m.disclosures_extension_title({ kind: requestKindWords[kind]() }),
    file: m.disclosures_extension_file({ number }),
    text: m.disclosures_extension_text({ day: formatEraDay(received_on) }),
    facts: [{ term: m.disclosures_extension_due(), lines: [formatEraDay(extension.due_on)] }],
    below: [],
  };
}

async function readBodyName(db: Db, act: Act): Promise<string> {
  const { name } = await db.one(
    z.object({ name: z.string() }),
    sql`select name from bodies where id = ${act.actor.body}`,
  );
  return name;
}
