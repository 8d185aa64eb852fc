import { Workbook } from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readKeptAddress } from '#domains/cases/address-api.ts';
import { openCase } from '#domains/cases/case-api.ts';
import { receiveIntake } from '#domains/cases/intake-api.ts';
import { writeNote } from '#domains/cases/note-api.ts';
import { idOfBasis } from '#domains/consent/bases.ts';
import { openEmergencyView } from '#domains/consent/emergency-api.ts';
import { provideOfPerson } from '#domains/consent/person-api.ts';
import { personFacets } from '#domains/consent/person-model.ts';
import { openProtectedAddress, protectAddress } from '#domains/consent/protection-api.ts';
import { operations } from '#domains/index.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { cast, expectRefusal, openTown, type Town } from '../town.ts';
import { collectAnswers, findDifferences } from './compare.ts';
import { askAbout, type Pool } from './questions.ts';

/**
 * 支援措置, asked in two ways of every read operation, export and print. Two towns differ in one thing: in the one a person has
 * an address and it is protected, in the other nobody knows an address; everybody but its keeper and the holder's records
 * officer gets the same bytes in both. And the address itself is hunted for in what every post is answered, files too.
 */
const address = '秘匿町九丁目八番';
const phone = '090-5555-7777';
const born_on = '1985-07-07';
const keeper = 'nagata';
/** They know that there is such a mark; who reads the trail sees that something was decided. */
const knowing = [keeper, 'nakano', 'shiraishi', 'shiraishi-audit'];

async function plant(town: Town, withAddress: boolean): Promise<string[]> {
  const [person, intake, case_id] = ['person', 'intake', 'case'].map((one) => town.id(`hunted-${one}`)) as [
    string,
    string,
    string,
  ];
  const window = town.as('nakajima');
  const where = { address, mobile: phone, district_id: town.id('district:合川') };
  await window.call(receiveIntake, {
    id: intake,
    client_id: person,
    name: '見本 ひとく',
    kana: 'みほん ひとく',
    born_on,
    trouble: '見本の困りごと',
    ...(withAddress ? where : {}),
  });
  await window.call(openCase, { id: case_id, client_id: person });
  const said = { noted_on: '2026-02-02', way: 'visit', with_whom: 'person', outcome: 'spoke' } as const;
  await window.call(writeNote, {
    id: town.id('hunted-note'),
    case_id,
    client_id: person,
    words: '見本の経過',
    ...said,
  });
  const give = (id: string, receiver_id: string, basis: string, post_id: string | null) =>
    window.call(provideOfPerson, {
      id,
      person_id: person,
      receiver_id,
      post_id,
      facets: [...personFacets],
      basis_id: idOfBasis(basis),
      why: '見本のため',
      starts_on: '2026-02-02',
      ends_on: '2026-08-31',
    });
  const [whole, named] = [town.id('hunted-whole'), town.id('hunted-named')];
  await give(whole, town.id('body:社協'), 'window-council-danger-danger', null);
  await give(
    named,
    town.id('body:民児協'),
    'window-commissioner_council-danger-danger',
    town.id('post:tanaka'),
  );
  const emergency = { id: town.id('hunted-emergency'), name: '見本 ひとく', born_on, reason: '見本の危険' };
  await town.as('kakihara').call(openEmergencyView, emergency);
  if (withAddress)
    await town.as('nakano').call(protectAddress, {
      id: town.id('hunted-protection'),
      person_id: person,
      keepers: [town.id(`post:${keeper}`)],
    });
  await town.look('delete from audit_inbox where at >= $1', ['2026-02-01']);
  await town.look('delete from calls where called_at >= $1', ['2026-02-01']);
  return [person, intake, case_id, whole, named];
}

const [hiding, unknowing] = [await openTown('cast'), await openTown('cast')];
const shared = await plant(hiding, true);
await plant(unknowing, false);
const [person = '', intake = '', case_id = '', ...given] = shared;
const rows = { clients: [person], intakes: [intake], cases: [case_id], person_provisions: given };
const pool: Pool = {
  shared: new Map(Object.entries(rows)),
  hidden: new Map(),
  words: ['ひとく', address.slice(0, 3)],
};
const asked = operations.filter(({ domain }) => domain !== 'audit');

describe('a protected address and one that nobody knows', () => {
  for (const who of cast.filter((one) => !knowing.includes(one))) {
    test(`are the same to ${who}`, async () => {
      const before = await collectAnswers(unknowing.as(who), asked, pool);
      const after = await collectAnswers(hiding.as(who), asked, pool);
      expect(findDifferences(who, before, after)).toEqual([]);
      expect(after.size).toBeGreaterThan(30);
    });
  }
});

/** What an answer says, whatever it is written in. */
async function readText(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start === '%PDF') return textOfPdf(bytes).join('\n');
  if (!start.startsWith('PK')) return Buffer.from(bytes).toString('utf8');
  const book = new Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book.worksheets.map((sheet) => JSON.stringify(sheet.getSheetValues())).join('\n');
}

/** The questions to which a post is answered with where the person is. */
async function hunt(town: Town, who: string): Promise<string[]> {
  const found: string[] = [];
  for (const bound of operations)
    for (const question of askAbout(bound, pool)) {
      const text = await readText(await town.as(who).fetch(question.replace('format=html', 'format=pdf')));
      if (text.includes(address) || text.includes(phone)) found.push(question);
    }
  return found;
}

describe('a protected address is in no answer, file or paper', () => {
  for (const who of cast) {
    test(`to ${who}`, async () => {
      expect(await hunt(hiding, who)).toEqual([]);
    });
  }

  test('but to its keeper, for a reason, and for a quarter of an hour', async () => {
    const looks = () => hiding.as(keeper).call(readKeptAddress, { person });
    await expectRefusal(looks(), 'not_found');
    const reason = '見本：書留を送る';
    await hiding.as(keeper).call(openProtectedAddress, { id: mintId(), person, reason });
    for (const who of ['nakajima', 'eguchi'])
      await expectRefusal(
        hiding.as(who).call(openProtectedAddress, { id: mintId(), person, reason }),
        'not_found',
      );
    expect(await looks()).toMatchObject({ address, mobile: phone, district_name: '合川' });
    hiding.clock.now = new Date(hiding.clock.now.getTime() + 15 * 60_000 + 1);
    await expectRefusal(looks(), 'not_found');
  });

  test('and the same hunt finds one that is not protected, on the screen and on paper', async () => {
    await unknowing.look('update client_contacts set address = $1 where client_id = $2', [address, person]);
    const found = await hunt(unknowing, 'eguchi');
    expect(found.filter((question) => !question.includes('paper')).length).toBeGreaterThan(1);
    expect(found.some((question) => question.includes('/paper'))).toBe(true);
    expect(await hunt(unknowing, 'sakai')).toEqual([]);
  });
});
