import {
  callMeeting,
  holdMeeting,
  makePromise,
  openBoard,
  recordSupport,
  seatMember,
  stepHelpingGroup,
  tellOutcome,
  writeBoardItem,
  writeHelpingGroup,
  writeIncome,
  writeTie,
} from '#domains/boards/api.ts';
import { makeCalendarAddress } from '#domains/calendars/api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What is said at a table stays there until its people choose; the city learns that it met; names go nowhere. */
export function listBoardChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const group = (town: Town, name: string) => ({
    ...{
      id: id(town, name),
      district_id: town.id('district:草野'),
      works: ['weeding'],
      stage: 'seed' as const,
    },
    ...{
      stage_since: '2026-01-05',
      name: `かくれたグループ ${n}`,
      what: '見本の草取り',
      charge: 'fee' as const,
    },
  });
  return [
    {
      name: 'another district gets a table, and it meets',
      // The planner learns that it met, and reads nothing of it.
      seenBy: ['ogata-coordinator', 'tsutsumi'],
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const board_id = id(town, 'hidden-board');
        const meeting_id = id(town, 'hidden-board-meeting');
        await ogata.call(openBoard, {
          ...{ id: board_id, district_id: town.id('district:草野'), name: `かくれた推進会議 ${n}` },
          started_on: '2025-04-01',
        });
        await ogata.call(callMeeting, {
          ...{ id: meeting_id, board_id, held_on: '2026-01-30', from: '19:00', agenda: `かくれた議題 ${n}` },
        });
        await ogata.call(holdMeeting, { id: meeting_id, attendance: [{ belongs: '自治会', n: 4 }] });
        await ogata.call(writeTie, {
          ...{ id: id(town, 'hidden-tie'), district_id: town.id('district:草野'), one: `かくれた会 ${n}` },
          ...{ other: '見本の店', what: '見本', since_on: '2026-01-05' },
        });
      },
    },
    {
      name: 'something is said, promised and told at a table',
      seenBy: ['noda-chair', 'ogata-coordinator'],
      about: async (town) => town.id('board:鳥飼'),
      make: async (town) => {
        const noda = town.as('noda-chair');
        const board_id = town.id('board:鳥飼');
        const meeting_id = town.id('board-meeting:鳥飼:2');
        const promise_id = id(town, 'hidden-promise');
        await noda.call(writeBoardItem, {
          ...{ id: id(town, 'hidden-voice'), board_id, kind: 'trouble', words: `かくれた声 ${n}` },
          said_by: '見本の人',
        });
        await noda.call(writeBoardItem, {
          ...{ id: id(town, 'hidden-decision'), board_id, meeting_id, kind: 'decision', words: '見本' },
        });
        await noda.call(seatMember, {
          ...{ id: id(town, 'hidden-member'), board_id, name: `かくれた委員 ${n}`, belongs: '見本' },
          ...{ part: 'member', starts_on: '2026-01-01' },
        });
        await noda.call(makePromise, {
          id: promise_id,
          meeting_id,
          what: `かくれた約束 ${n}`,
          who: '見本の人',
        });
        await noda.call(tellOutcome, {
          ...{ id: id(town, 'hidden-outcome'), promise_id, outcome: 'going_on', words: '見本' },
        });
      },
    },
    {
      name: 'a table plans to meet, and shows its days to nobody',
      // The planner learns when it means to meet next.
      seenBy: ['noda-chair', 'ogata-coordinator', 'tsutsumi'],
      about: async (town) => town.id('board:鳥飼'),
      make: async (town) => {
        await town.as('noda-chair').call(callMeeting, {
          ...{ id: id(town, 'hidden-meeting'), board_id: town.id('board:鳥飼'), held_on: '2026-02-12' },
          ...{ from: '18:30', until: '19:30', place: `かくれた場所 ${n}` },
        });
      },
    },
    {
      name: 'somebody makes an address for the days of a post',
      seenBy: ['noda-chair'],
      make: async (town) => {
        await town.as('noda-chair').call(makeCalendarAddress, { id: id(town, 'hidden-calendar-address') });
      },
    },
    {
      name: 'a group of another district grows, unseen',
      seenBy: ['ogata-coordinator'],
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const hidden = group(town, 'hidden-helping-group');
        await ogata.call(writeHelpingGroup, hidden);
        await ogata.call(stepHelpingGroup, {
          ...{ id: id(town, 'hidden-step'), group_id: hidden.id, stage: 'talk', since_on: '2026-01-20' },
        });
        await ogata.call(writeIncome, {
          ...{
            id: id(town, 'hidden-income'),
            group_id: hidden.id,
            month: '2026-01',
            kind: 'fee',
            amount: 500,
          },
        });
      },
    },
    {
      name: 'a group lets the other tables read of it, and not the city',
      seenBy: ['ogata-coordinator', 'noda-chair'],
      make: async (town) => {
        await town
          .as('ogata-coordinator')
          .call(writeHelpingGroup, { ...group(town, 'hidden-known-group'), shown: 'boards' });
      },
    },
    {
      name: 'a group lets the city read of it, and not anybody',
      seenBy: ['ogata-coordinator', 'noda-chair', 'tsutsumi'],
      make: async (town) => {
        await town
          .as('ogata-coordinator')
          .call(writeHelpingGroup, { ...group(town, 'hidden-group-of-the-city'), shown: 'city' });
      },
    },
    {
      name: 'a coordinator writes down what was done for a neighbourhood',
      seenBy: ['ogata-coordinator'],
      make: async (town) => {
        await town.as('ogata-coordinator').call(recordSupport, {
          ...{ id: id(town, 'hidden-support-of-bodies'), district_id: town.id('district:鳥飼') },
          ...{ sort: 'neighbourhood', name: `かくれた自治会 ${n}`, kind: 'paperwork' },
          ...{ supported_on: '2026-01-29', words: '見本の書類' },
        });
      },
    },
  ];
}
