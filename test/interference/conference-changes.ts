import {
  addAgendaItem,
  bringPaper,
  callConference,
  correctPaper,
  holdItem,
  inviteToItem,
  proposeFact,
  setConferenceKind,
  writeMinutes,
  writeRoleLine,
} from '#domains/conferences/api.ts';
import { idOfKind } from '#domains/conferences/kinds.ts';
import { recordConsent } from '#domains/consent/consent-api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

const seats = ['kakihara', 'eguchi-coordinator', 'nagata'];

/** What is said in a room that somebody has no seat in: every table of the conferences, changed behind a closed door. */
export function listConferenceChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const sitting = async (town: Town) => town.id('conference:sample');
  const item = async (town: Town) => town.id('conference-item:sample');
  const words = `かくれた資料 ${n}`;
  return [
    {
      name: 'a sealed item stands on the agenda of a sitting that others know',
      seenBy: ['kakihara'],
      about: sitting,
      make: (town) => addSealed(town, id(town, 'hidden-item'), words),
    },
    {
      name: 'a sealed item was held: it is counted, and seen by nobody',
      seenBy: ['kakihara', 'tsutsumi'],
      about: sitting,
      make: async (town) => {
        await addSealed(town, id(town, 'held-item'), words);
        const held = { id: id(town, 'held-item'), held_on: '2026-01-27', present: [] };
        await town.as('kakihara').call(holdItem, held);
      },
    },
    {
      name: 'a paper is brought to a sealed item and corrected, and its minutes are written',
      seenBy: seats,
      about: item,
      make: async (town) => {
        const paper = id(town, 'hidden-paper');
        const said = { title: `かくれ ${n}`, words };
        const worker = town.as('eguchi-coordinator');
        const file = { name: `かくれ ${n}.pdf`, base64: Buffer.from(`%PDF-1.7 ${words}`).toString('base64') };
        await worker.call(bringPaper, { id: paper, item_id: await item(town), ...said, file });
        await worker.call(correctPaper, {
          id: paper,
          version: 1,
          title: said.title,
          words: `${words}（直し）`,
        });
        const minutes = { item_id: await item(town), id: id(town, 'minutes'), version: 1, words };
        await town.as('kakihara').call(writeMinutes, minutes);
      },
    },
    {
      name: 'somebody is invited to another item of a sitting',
      seenBy: ['kakihara', 'nakajima'],
      about: sitting,
      make: async (town) => {
        const item_id = id(town, 'invited-item');
        await addSealed(town, item_id, words);
        const post_id = town.id('post:nakajima');
        await town
          .as('kakihara')
          .call(inviteToItem, { item_id, seats: [{ id: id(town, 'hidden-seat'), post_id }] });
      },
    },
    {
      name: 'a line is written on a role sheet',
      seenBy: seats,
      about: item,
      make: async (town) => {
        await town.as('kakihara').call(writeRoleLine, {
          id: id(town, 'hidden-line'),
          item_id: await item(town),
          seat_id: town.id('conference-seat:eguchi'),
          watches: `かくれた役割 ${n}`,
          tells: '見本',
        });
      },
    },
    {
      name: 'a fact waits for a yes to cross, for somebody who has agreed',
      seenBy: [...seats, 'eguchi', 'mori'],
      about: item,
      make: async (town) => {
        const client_id = await agree(town, id(town, 'crossing-client'), n);
        await town.as('eguchi-coordinator').call(proposeFact, {
          id: id(town, 'hidden-fact'),
          item_id: await item(town),
          client_id,
          from_body_id: town.id('body:地域包括支援センター'),
          words: `かくれた事実 ${n}`,
        });
      },
    },
    {
      name: 'a consented item is about somebody of another body',
      seenBy: ['kakihara', 'eguchi', 'eguchi-coordinator', 'mori'],
      make: async (town) => {
        const client = await agree(town, id(town, 'discussed-client'), n);
        const conference_id = id(town, 'hidden-sitting');
        const coordinator = town.as('eguchi-coordinator');
        const place = { held_on: '2026-02-10', starts_at: '10:00', place: `見本 ${n}` };
        await coordinator.call(callConference, { id: conference_id, ...place });
        await coordinator.call(addAgendaItem, {
          id: id(town, 'discussed-item'),
          conference_id,
          kind_id: idOfKind('multi_layer'),
          title: 'かくれ',
          words,
          client_ids: [client],
        });
      },
    },
    {
      name: 'a kind of conference is set: known to whoever sits on conferences',
      seenBy: [...seats, 'nakajima', 'eguchi', 'ogata', 'tanaka', 'matsuo', 'yoshida', 'akiyama'],
      make: async (town) => {
        await town.as('kakihara').call(setConferenceKind, {
          id: id(town, 'hidden-kind'),
          code: `sample_${'abcdefghij'[n % 10]}`,
          name: '見本の会議',
          law: '見本の条例',
          called_by: ['convener'],
          needs_consent: false,
          secrecy: true,
          days_open: 7,
          starts_on: '2026-02-02',
        });
      },
    },
  ];
}

async function addSealed(town: Town, id: string, words: string): Promise<void> {
  await town.as('kakihara').call(addAgendaItem, {
    id,
    conference_id: town.id('conference:sample'),
    kind_id: idOfKind('support'),
    title: 'かくれた議題',
    words,
  });
}

/** A person of 社協 who agrees that 地域包括 may be told. */
async function agree(town: Town, id: string, n: number): Promise<string> {
  const holder = town.id('body:社協');
  await town.look("insert into parties (id, kind, holder_id) values ($1, 'person', $2)", [id, holder]);
  await town.look(
    "insert into clients (id, name, kana_key, registered_by, registered_at, holder_id) values ($1, $2, '', $3, '2026-01-01', $4)",
    [id, `見本 かくれ${n}`, town.id('account:eguchi'), holder],
  );
  await town.as('eguchi').call(recordConsent, {
    id: town.id(`consent:${id}`),
    person_id: id,
    decision: 'given',
    text_version: '第1版',
    facets: ['plan'],
    receivers: [town.id('body:地域包括支援センター')],
    way: 'spoken',
    given_on: '2026-02-01',
  });
  return id;
}
