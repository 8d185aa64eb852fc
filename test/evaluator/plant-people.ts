import type { World } from './world.ts';

/** Writes rows of a table past the gate. */
export type Put = (table: string, rows: readonly object[]) => Promise<void>;

interface Written {
  readonly at: string;
  readonly day: string;
  /** An account, and a post. */
  readonly by: string;
  readonly someone: string;
}

/** The persons a world's bodies know, and the cases they are in. */
export async function plantPeople(
  { clients, cases }: World,
  put: Put,
  { at, day, by, someone }: Written,
): Promise<void> {
  await put(
    'parties',
    clients.map(({ id, holder }) => ({ id, kind: 'person', holder_id: holder, retention_class: 'case' })),
  );
  await put(
    'clients',
    clients.map(({ id, holder }) => ({
      id,
      called: id,
      kana_key: '',
      version: 1,
      registered_by: by,
      registered_at: at,
      holder_id: holder,
    })),
  );
  await put(
    'client_contacts',
    clients.map((c) => ({ client_id: c.id, protected: c.protected, version: 1, holder_id: c.holder })),
  );
  await put(
    'client_versions',
    clients.map((c) => ({
      client_id: c.id,
      facet: 'contact',
      version: 1,
      content: {},
      protected: c.protected,
      written_by: by,
      written_at: at,
      holder_id: c.holder,
    })),
  );
  await put(
    'encounters',
    clients.map(({ intake, holder }) => ({
      id: intake,
      kind: 'intake',
      occurred_on: day,
      role: 'intake_worker',
      post_id: someone,
      group_id: holder,
      holder_id: holder,
      recorded_at: at,
    })),
  );
  await put(
    'intakes',
    clients.map((c) => ({
      id: c.intake,
      client_id: c.id,
      received_on: day,
      received_by: someone,
      route: '1',
      consent: 'not_asked',
      version: 1,
      recorded_at: at,
      holder_id: c.holder,
    })),
  );
  await put(
    'intake_worries',
    clients.map((c) => ({
      intake_id: c.intake,
      code: '01',
      most: true,
      client_id: c.id,
      holder_id: c.holder,
    })),
  );

  await put(
    'cases',
    cases.map((c) => ({
      id: c.id,
      number: c.id,
      state: 'received',
      opened_on: day,
      last_note_on: day,
      opened_by: by,
      opened_at: at,
      version: 1,
      holder_id: c.holder,
    })),
  );
  await put(
    'case_steps',
    cases.map((c) => ({
      id: c.step,
      case_id: c.id,
      state: 'received',
      taken_on: day,
      taken_by: by,
      taken_at: at,
      holder_id: c.holder,
    })),
  );
  await put(
    'case_workers',
    cases.map((c) => ({
      case_id: c.id,
      post_id: c.worker,
      leads: true,
      starts_on: day,
      named_by: by,
      named_at: at,
      holder_id: c.holder,
    })),
  );
  await put(
    'case_members',
    cases.flatMap((c) =>
      c.members.map((client_id) => ({
        case_id: c.id,
        client_id,
        relation: '本人',
        lives_in: true,
        joined_on: day,
        holder_id: c.holder,
      })),
    ),
  );
  await put(
    'case_notes',
    cases.flatMap((c) =>
      c.notes.map((n) => ({
        id: n.id,
        case_id: c.id,
        client_id: n.client,
        noted_on: day,
        way: '電話',
        with_whom: '本人',
        outcome: 'spoke',
        words: '見本',
        version: 1,
        written_by: by,
        post_id: someone,
        written_at: at,
        holder_id: c.holder,
      })),
    ),
  );
}
