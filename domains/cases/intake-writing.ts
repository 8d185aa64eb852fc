import { answerColumns, answeredAnew, answerRows, answerValues } from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { circumstancesOf, type IntakeContent, type Matter } from './intake-model.ts';

/**
 * Writes what stands beside a first word: 仕事・住まい・健康保険・年金, and what it answers to the town's own items. What is not
 * said any more is taken away; what stood there is in the version before (`intake_versions`).
 *
 * @param answers null: every answer stays as it is
 */
export async function writeBeside(
  db: Db,
  said: Pick<IntakeContent, Matter> & { readonly id: string },
  answers: CheckedAnswers | null,
): Promise<void> {
  const circumstances = JSON.stringify(circumstancesOf(said));
  const none = { rows: [], asked: [], answers: {}, sentences: {} };
  const { asked } = answers ?? none;
  await db.run(
    sql`with word as (select id, client_id, holder_id from intakes where id = ${said.id}::uuid),
      said as (select * from jsonb_to_recordset(${circumstances}::jsonb) r(matter text, code text, facet text)),
      gone as (delete from intake_circumstances c using word w where c.intake_id = w.id
        and not exists (select from said s where s.matter = c.matter and s.code = c.code)),
      taken_back as (delete from intake_answers a using word w where a.intake_id = w.id
        and a.item_id = any(${asked}::uuid[])
        and not exists (select from ${answerRows(answers ?? none)} where r.item_id = a.item_id and r.part = a.part)),
      answered as (insert into intake_answers (intake_id, ${answerColumns}, facet, client_id, holder_id)
        select w.id, ${answerValues}, 'consultation', w.client_id, w.holder_id
        from word w, ${answerRows(answers ?? none)}
        on conflict (intake_id, item_id, part) do update set ${answeredAnew})
      select id from word`,
  );
  if (circumstances === '[]') return;
  await db.run(
    sql`insert into intake_circumstances (intake_id, matter, code, facet, client_id, holder_id)
      select w.id, s.matter, s.code, s.facet, w.client_id, w.holder_id
      from intakes w, jsonb_to_recordset(${circumstances}::jsonb) s(matter text, code text, facet text)
      where w.id = ${said.id}::uuid on conflict do nothing`,
  );
}
