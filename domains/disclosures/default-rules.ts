import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/**
 * The deadlines a new town starts with: a city decides within 30 days, and 30 more where it has to (個人情報の保護に関する法律
 * 83条); who stands under chapter 4 answers without delay (33条), for which two weeks stand here. A town confirms both.
 */
export async function listDefaultRules(db: Db): Promise<void> {
  const lawOf = (kind: string) =>
    kind === 'city_section'
      ? { law: m.disclosures_law_public(), days: 30, extension: 30, fee: m.disclosures_fee_public() }
      : { law: m.disclosures_law_private(), days: 14, extension: 14, fee: m.disclosures_fee_private() };
  const kinds = ['city_section', 'council', 'district_council', 'commissioner_council', 'window', 'other'];
  for (const [n, kind] of kinds.entries()) {
    const { law, days, extension, fee } = lawOf(kind);
    await db.run(
      sql`insert into disclosure_rules (id, body_kind, law, days, extension_days, fee, starts_on, set_by, set_at)
        values (${`018716f0-0000-7000-8001-${String(n).padStart(12, '0')}`}::uuid, ${kind}, ${law}, ${days}, ${extension},
          ${fee}, '2023-04-01', '018716f0-0000-7000-8001-ffffffffffff'::uuid, gate.now_of_call())`,
    );
  }
}
