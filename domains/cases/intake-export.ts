import { labelOf } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import { listItemsOf } from '#domains/items/answering.ts';
import { cellOfAnswer, headItem, itemsToExport } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { writePerson } from './client-model.ts';
import * as api from './intake-api.ts';
import { consentStateWords, countedWords } from './intake-model.ts';
import { listIntakes } from './intake-queries.ts';

type Intake = OutputOf<typeof api.listIntakes>['intakes'][number];

/**
 * The list of first words as a CSV file, whole and newest first, with what the town's own items say.
 *
 * @throws Refusal `refused` when more than `mostIntakesExported` are asked for
 */
export async function exportIntakes(
  db: Db,
  { encoding, ...filter }: ParsedInputOf<typeof api.exportIntakes>,
  act: Act,
) {
  const intakes: Intake[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const page = await listIntakes(db, { ...filter, ...(after && { after }), limit: 1_000 }, act);
    intakes.push(...page.intakes);
    if (intakes.length > api.mostIntakesExported)
      throw new Refusal('refused', m.cases_refused_export({ most: api.mostIntakesExported }));
    after = page.next;
  }
  const items = itemsToExport(await listItemsOf(db, 'intake'), intakes, act.today);
  const { entries } = await listCodes(db, { list: 'intake_channel' }, act);
  const heads = [
    m.cases_label_received_on(),
    m.cases_door_label_person(),
    m.cases_label_channel(),
    m.cases_label_district(),
    m.cases_label_counted(),
    m.cases_label_consent(),
    m.cases_withdrawn(),
    ...items.map((one) => headItem(one, act.today)),
  ];
  const rows = intakes.map((one) => [
    one.received_on,
    one.client_id ? writePerson(one) : m.cases_count_only(),
    labelOf(entries, 'intake_channel', one.channel, one.received_on),
    one.district_name,
    countedWords[one.counted](),
    one.consent && consentStateWords[one.consent](),
    one.withdrawn_reason,
    ...items.map((item) => cellOfAnswer(item, one.answers[item.id])),
  ]);
  return {
    name: m.cases_intake_export_file({ day: act.today }),
    type: 'text/csv',
    bytes: encodeCsv([heads, ...rows], encoding),
    clients: [...new Set(intakes.flatMap(({ client_id }) => client_id ?? []))],
  };
}
