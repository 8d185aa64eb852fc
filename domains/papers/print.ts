import { readTown } from '#domains/districts/queries.ts';
import { cautionWords } from '#domains/parties/cautions.ts';
import {
  type Channel,
  type Contact,
  channels,
  conditions,
  conditionWords,
  contacts,
} from '#domains/visits/model.ts';
import { readRoundOf } from '#domains/visits/round.ts';
import type { RoundEntry } from '#domains/visits/today-api.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay, formatEraDay } from '#platform/calendar.ts';
import { currentSite } from '#platform/credentials/site.ts';
import { drawQr } from '#platform/credentials/totp.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { typeset } from '#platform/typesetting/typeset.ts';
import type * as api from './api.ts';
import { writeCode } from './model.ts';
import { readSheetToPrint } from './queries.ts';

/**
 * The sheet on A4, printed on one side: a line a household, boxes to tick. Households that have left the round since do not
 * stand on it; of the others, what the visitor sees at the door. Addresses only where they are asked for.
 *
 * @throws Refusal `not_found`
 */
export async function printRoundSheet(
  db: Db,
  { id, addresses }: ParsedInputOf<typeof api.printRoundSheet>,
  act: Act,
) {
  const sheet = await readSheetToPrint(db, id);
  const { town } = await readTown(db, {}, act);
  const round = await readRoundOf(db, sheet.post_id, act);
  const rows = sheet.lines.flatMap(({ n, household_id }) => {
    const entry = round.find((one) => one.household_id === household_id);
    return entry ? [{ n, ...writeRow(entry, addresses === 'with') }] : [];
  });
  const visitor = sheet.visitor_name ?? '';
  const code = writeCode(sheet.code);
  const address = `${currentSite().origin}/round-sheets/${sheet.code}`;
  const data = {
    title: m.papers_paper_title({ visitor }),
    author: visitor,
    made: m.papers_paper_made({ day: formatEraDay(sheet.made_on) }),
    mark: town?.sample ? m.papers_paper_sample() : null,
    lead: [m.papers_paper_how(), m.visits_no_duty()],
    qr: drawQr(address),
    'qr-says': m.papers_paper_qr({ code }),
    'code-label': m.papers_paper_code(),
    code,
    headings: [
      m.papers_paper_household(),
      m.papers_paper_day(),
      m.visits_label_channel(),
      m.visits_label_contact(),
      m.visits_label_condition(),
    ],
    'day-blank': m.papers_paper_day_blank(),
    channels: channels.map((one) => shortChannels[one]()),
    contacts: contacts.map((one) => shortContacts[one]()),
    conditions: conditions.map((one) => conditionWords[one]()),
    rows,
    foot: m.papers_paper_foot({ code }),
  };
  const make = async () => ({
    name: m.papers_paper_file({ visitor, day: sheet.made_on }),
    type: 'application/pdf',
    bytes: await typeset({ template: '#domains/papers/round-sheet.typ', data }),
  });
  return Object.assign(make, { households: rows.map(({ household_id }) => household_id) });
}

/** As the screen calls them, in fewer signs: the boxes of a line stand side by side. */
const shortChannels: Record<Channel, () => string> = {
  face: m.papers_channel_face,
  intercom: m.papers_channel_intercom,
  phone: m.papers_channel_phone,
  letter: m.papers_channel_letter,
  outside: m.papers_channel_outside,
  message: m.papers_channel_message,
  gathering: m.papers_channel_gathering,
};
const shortContacts: Record<Contact, () => string> = {
  met: m.papers_contact_met,
  answered: m.papers_contact_answered,
  absent: m.papers_contact_absent,
  declined: m.papers_contact_declined,
};

function writeRow(entry: RoundEntry, withAddress: boolean) {
  const { household_id, name, address, cautions, away } = entry;
  const below = [
    withAddress ? address : null,
    cautions.map((one) => cautionWords[one]()).join('、'),
    away && m.visits_absence_says({ until: formatDay(away.until) }),
  ];
  return { household_id, name, below: below.filter((words) => words) };
}
