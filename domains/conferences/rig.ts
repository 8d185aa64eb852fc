import { openCase } from '#domains/cases/case-api.ts';
import { recordConsent } from '#domains/consent/consent-api.ts';
import { mintId } from '#platform/uuid.ts';
import type { Town } from '#test/town.ts';
import { addAgendaItem, callConference, confirmSecrecy, inviteToItem } from './api.ts';
import { idOfKind } from './kinds.ts';
import { secrecyText } from './model.ts';

/** Sittings, items and people for the tests of this room, in a town of their own. */
export function openRig(town: Town) {
  return {
    /** A person of a body, written past the gate, whose consent names other bodies; none: nobody was asked. */
    async know(name: string, who: string, body: string, receivers: readonly string[] = []): Promise<string> {
      const id = mintId();
      const holder = town.id(`body:${body}`);
      await town.look("insert into parties (id, kind, holder_id) values ($1, 'person', $2)", [id, holder]);
      await town.look(
        "insert into clients (id, name, kana_key, registered_by, registered_at, holder_id) values ($1, $2, '', $3, '2026-01-01', $4)",
        [id, name, town.id(`account:${who}`), holder],
      );
      if (receivers.length > 0)
        await town.as(who).call(recordConsent, {
          id: mintId(),
          person_id: id,
          decision: 'given',
          text_version: '第1版',
          facets: ['identity', 'plan'],
          receivers: receivers.map((receiver) => town.id(`body:${receiver}`)),
          way: 'written',
          given_on: '2026-02-01',
        });
      return id;
    },
    async openCaseOf(who: string, client_id: string): Promise<string> {
      const id = mintId();
      await town.as(who).call(openCase, { id, client_id });
      return id;
    },
    async callSitting(who: string): Promise<string> {
      const id = mintId();
      await town.as(who).call(callConference, {
        id,
        held_on: '2026-02-02',
        starts_at: '14:00',
        place: '市役所 3階（見本）',
      });
      return id;
    },
    async addItem(
      who: string,
      conference_id: string,
      code: string,
      { title = '見本の議題', words = '見本のことば', client_ids = [] as string[] } = {},
    ): Promise<string> {
      const id = mintId();
      await town
        .as(who)
        .call(addAgendaItem, { id, conference_id, kind_id: idOfKind(code), title, words, client_ids });
      return id;
    },
    /** Seats by post. */
    async invite(who: string, item_id: string, posts: readonly string[]): Promise<Map<string, string>> {
      const seats = posts.map((post) => ({ id: mintId(), post_id: town.id(`post:${post}`) }));
      await town.as(who).call(inviteToItem, { item_id, seats });
      return new Map(posts.map((post, i) => [post, seats[i]?.id ?? '']));
    },
    async confirm(who: string, seat_id: string | undefined): Promise<void> {
      await town.as(who).call(confirmSecrecy, {
        id: mintId(),
        seat_id: seat_id ?? '',
        text_version: secrecyText.version,
        understood: true,
      });
    },
  };
}
