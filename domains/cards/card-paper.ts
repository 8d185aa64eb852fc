import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import { drawQr } from '#platform/credentials/totp.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { typeset } from '#platform/typesetting/typeset.ts';
import type * as api from './card-api.ts';
import { readWishCard } from './card-queries.ts';

/**
 * The sheet of a card: how to write with a telephone, and room to write by hand. It bears nobody's name: whoever finds it learns
 * nothing.
 *
 * @throws Refusal `not_found`; `refused` for a card that opens nothing any more
 */
export async function printWishCard(
  db: Db,
  { id }: ParsedInputOf<typeof api.printWishCard>,
  act: Act,
): Promise<LaterFile> {
  const card = await readWishCard(db, { id }, act);
  const { secret_code: code, secret_address: address } = card;
  if (code === null || address === null) throw new Refusal('refused', m.cards_refused_over());
  const { town } = await readTown(db, {}, act);
  const { name: from } = await db.one(
    z.object({ name: z.string() }),
    sql`select name from bodies where id = ${act.actor.body}::uuid`,
  );
  const data = {
    title: m.cards_paper_title(),
    from,
    foot: m.cards_paper_foot({ from, day: formatDay(card.expires_on) }),
    mark: town?.sample ? m.cards_paper_sample() : null,
    lead: [m.cards_paper_lead(), m.cards_paper_both(), m.cards_paper_small()],
    online: {
      heading: m.cards_paper_online(),
      qr: drawQr(address),
      alternative: m.cards_paper_qr({ address }),
      says: m.cards_paper_online_says(),
      address: address.slice(0, address.lastIndexOf('/')),
      'code-label': m.cards_paper_code(),
      code,
    },
    other: {
      heading: m.cards_paper_other(),
      lines: [m.cards_paper_by_phone({ from }), m.cards_paper_by_hand()],
    },
    sheet: {
      title: m.cards_paper_sheet(),
      fields: [
        { label: m.cards_paper_wish(), lines: 4 },
        { label: m.cards_paper_offer(), lines: 4 },
        { label: m.cards_paper_when(), lines: 2 },
        { label: m.cards_paper_reach(), lines: 2 },
      ],
      after: m.cards_paper_after({ from }),
    },
  };
  return async () => ({
    name: m.cards_paper_file({ day: act.today }),
    type: 'application/pdf',
    bytes: await typeset({ template: '#domains/cards/card.typ', data }),
  });
}
