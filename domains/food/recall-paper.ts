import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay, formatEraDay, formatInstant } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { type Block, type Column, cellOf, lineOf, linesOf } from '#platform/typesetting/paper.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import type * as api from './recall-api.ts';
import { readFoodRecall } from './recall-queries.ts';

type Recall = OutputOf<typeof api.readFoodRecall>;

/**
 * 回収の一覧 on paper: what is called back, where it went, to how many households, and, for a place, whom it must reach. Names are those of
 * the actor's own places; to fill in, a box and a line for each.
 *
 * @throws Refusal `not_found`
 */
export async function printFoodRecall(
  db: Db,
  { id }: ParsedInputOf<typeof api.printFoodRecall>,
  act: Act,
): Promise<LaterFile> {
  const recall = await readFoodRecall(db, { id }, act);
  const { town } = await readTown(db, {}, act);
  const { body } = await db.one(
    z.object({ body: z.string() }),
    sql`select name as body from bodies where id = ${act.actor.body}::uuid`,
  );
  const title = m.food_paper_recall_title();
  const blocks = [lotsTable(recall), flowsTable(recall), givingsTable(recall), peopleTable(recall)];
  return async () => ({
    name: m.food_paper_recall_file({ title: recall.title }),
    type: 'application/pdf',
    bytes: await printPaper({
      title,
      overline: body,
      motto: recall.title,
      runningHead: recall.title,
      mark: town?.sample ? { word: m.places_sample(), sentence: m.places_sample_sentence() } : null,
      facts: [
        { term: m.food_label_started(), lines: [formatInstant(recall.started_at)] },
        { term: m.food_label_recall_reason(), lines: [recall.reason] },
        { term: m.food_label_source(), lines: [recall.source ?? m.food_nothing_said()] },
        { term: m.food_paper_made(), lines: [formatEraDay(act.today)] },
      ],
      contentsTitle: null,
      sections: [
        {
          title: m.food_label_advice(),
          newPage: false,
          blocks: [{ kind: 'text', lines: linesOf(recall.advice), quiet: false }],
        },
        ...blocks.map(({ heading, table }) => ({ title: heading, newPage: false, blocks: [table] })),
      ],
    }),
  });
}

function tableOf(caption: string, columns: Column[], rows: string[][], notes: string[], none: string): Block {
  if (rows.length === 0) return { kind: 'text', lines: [lineOf(none)], quiet: false };
  return {
    kind: 'table',
    caption,
    columns,
    rows: rows.map((row) => row.map((text, i) => cellOf(text, i === 0 ? { head: true } : {}))),
    closing: [],
    dense: false,
    notes,
  };
}

const start = (head: string, share: number): Column => ({ head, share, align: 'start' });
const end = (head: string): Column => ({ head, share: 2, align: 'end' });

function lotsTable({ lots }: Recall) {
  const rows = lots.map((one) => [
    one.what,
    one.label_mark ?? m.food_nothing_said(),
    one.good_until === null ? m.food_date_none() : formatDay(one.good_until),
    one.donor_name ?? m.food_donor_unknown(),
    m.food_amount({ n: one.amount, unit: one.unit }),
  ]);
  const columns = [
    start(m.food_label_what(), 4),
    start(m.food_label_mark(), 3),
    start(m.food_label_good_until(), 3),
    start(m.food_label_donor(), 3),
    end(m.food_label_amount()),
  ];
  const heading = m.food_recall_lots();
  return {
    heading,
    table: tableOf(m.food_caption_recall_lots(), columns, rows, [], m.food_recall_lots_none()),
  };
}

function flowsTable({ flows }: Recall) {
  const rows = flows.map((one) => [
    one.name,
    one.what,
    ...[one.came, one.coming, one.passed_on, one.handed, one.thrown, one.left_over].map((n) =>
      m.food_amount({ n, unit: one.unit }),
    ),
  ]);
  const columns = [
    start(m.food_label_place(), 4),
    start(m.food_label_what(), 3),
    end(m.food_flow_came()),
    end(m.food_flow_coming()),
    end(m.food_flow_passed_on()),
    end(m.food_flow_handed()),
    end(m.food_flow_thrown()),
    end(m.food_flow_left_over()),
  ];
  return {
    heading: m.food_recall_flows(),
    table: tableOf(m.food_caption_recall_flows(), columns, rows, [], m.food_recall_flows_none()),
  };
}

function givingsTable({ givings }: Recall) {
  const rows = givings.map((one) => [
    formatDay(one.held_on),
    one.name,
    one.what,
    m.food_households_n({ n: one.households }),
    m.food_households_n({ n: one.named }),
  ]);
  const columns = [
    start(m.food_label_held_on(), 3),
    start(m.food_label_place(), 4),
    start(m.food_label_handed_what(), 4),
    end(m.food_label_households()),
    end(m.food_label_named()),
  ];
  return {
    heading: m.food_recall_givings(),
    table: tableOf(m.food_caption_recall_givings(), columns, rows, [], m.food_recall_givings_none()),
  };
}

function peopleTable({ people }: Recall) {
  const rows = people.map((one) => [
    one.name,
    one.phone ?? m.food_nothing_said(),
    formatDay(one.held_on),
    m.food_paper_box(),
  ]);
  const columns = [
    start(m.food_label_person(), 4),
    start(m.food_label_phone(), 3),
    start(m.food_label_held_on(), 3),
    start(m.food_paper_reached(), 3),
  ];
  return {
    heading: m.food_recall_people(),
    table: tableOf(
      m.food_caption_recall_people(),
      columns,
      rows,
      [m.food_paper_names_stay()],
      m.food_recall_people_none(),
    ),
  };
}
